"""`verava source`: new, check, docs."""

import ast
import re
import shutil
from datetime import date

import pytest
from click.testing import CliRunner

from crawler.commands.source import source
from crawler.config import load_config
from crawler.errors import SourceError
from crawler.paths import data_path
from crawler.source_check import problems
from crawler.source_docs import PATH, coverage, render
from crawler.source_samples import FOLDER, sample_ads
from crawler.source_scaffold import scaffold
from crawler.sources import cards

TODAY = date(2026, 11, 24)


@pytest.fixture
def samples(tmp_path):
    """Return a copy of the samples."""
    return shutil.copytree(FOLDER, tmp_path / "samples")


def test_new_source(tmp_path, samples):
    """A scaffold is a module with a card, and its sample waits to be written."""
    paths = scaffold("mioannunci", TODAY, spiders=tmp_path, samples=samples)

    assert [path.name for path in paths] == ["mioannunci.py", "mioannunci.json", "mioannunci.expected.json"]
    text = paths[0].read_text()
    ast.parse(text)
    space = {"__name__": "crawler.spiders.mioannunci"}
    exec(compile(text, paths[0], "exec"), space)
    made = space["Mioannunci"]
    assert (made.card.name, made.card.checked_on) == ("mioannunci", TODAY)
    assert [call.url for call in made().calls()] == ["https://mioannunci.test/api/jobs"]


@pytest.mark.parametrize("name", ["Remotive", "2jobs", "../x", "a b", "", "x" * 40])
def test_bad_names(name, tmp_path, samples):
    """A name that is none is refused before anything is written."""
    with pytest.raises(SourceError, match="is no name for a source"):
        scaffold(name, TODAY, spiders=tmp_path, samples=samples)


def test_taken_name(tmp_path, samples):
    """A source is not written over."""
    with pytest.raises(SourceError, match="there is such a source already"):
        scaffold("remotive", TODAY, spiders=tmp_path, samples=samples)


def test_no_checkout(tmp_path):
    """In a wheel there is nowhere to write to."""
    with pytest.raises(SourceError, match="in a checkout"):
        scaffold("mioannunci", TODAY, spiders=tmp_path, samples=tmp_path / "none")


BROKEN = [
    ("remotive.json", '{"jobs": []}', "the sample holds no ad"),
    ("remotive.json", '{"jobs": [', "not whole JSON"),
    ("remotive.expected.json", "[]", "are not those of remotive.expected.json"),
    ("remotive.expected.json", None, "no remotive.expected.json"),
    ("remotive.json", None, "no sample"),
]


@pytest.mark.parametrize(("file", "text", "problem"), BROKEN)
def test_check_finds(file, text, problem, samples):
    """What is missing or wrong with a sample is told."""
    if text is None:
        (samples / file).unlink()
    else:
        (samples / file).write_text(text)
    found = problems("remotive", load_config(data_path("verava.toml")), folder=samples, today=TODAY)

    assert any(problem in line for line in found), found


def test_check_finds_stale_cards_and_settings():
    """A card nobody looked at for a year, and settings that disagree, are told."""
    config = load_config(data_path("verava.toml")).model_copy(update={"sources": ()})
    found = problems("remotive", config, today=date(2028, 1, 1))

    assert len(found) == 2


def test_check_command():
    """The command checks all sources, or those that are named."""
    assert "sources checked, 0 problems" in CliRunner().invoke(source, ["check"]).output
    assert "1 sources checked" in CliRunner().invoke(source, ["check", "remotive"]).output


def test_docs_are_current():
    """docs/sources.md is what the cards say: after a change, run `verava source docs`."""
    page = render(cards(), {each.name: sample_ads(each.name) for each in cards()})

    assert PATH.read_text(encoding="utf-8") == page
    assert CliRunner().invoke(source, ["docs", "--check"]).exit_code == 0


def test_coverage():
    """The table counts fields of the samples."""
    table = coverage({"remotive": sample_ads("remotive")})

    assert table.startswith("| source | ads | title |")
    assert "| remotive | 3 | all | all | all | some |" in table


def test_samples_are_of_test_hosts_only():
    """Contacts in the samples are fictional: reserved names only (RFC 2606)."""
    for path in FOLDER.glob("*.*"):
        hosts = re.findall(r"[\w.]+@([\w.-]+)", path.read_text(encoding="utf-8"))
        assert all(host.endswith(".test") for host in hosts), (path.name, hosts)
