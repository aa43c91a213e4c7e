"""`report.toml` gives defaults, the command line wins, and a mistake in it is one clear line."""

import re

import click
import pytest
from click.testing import CliRunner

from crawler.errors import ReportError
from reports.commands.report import report
from reports.commands.settings import OPTIONS, load_settings


def test_every_setting_is_an_option_of_the_command():
    assert set(OPTIONS.values()) <= {parameter.name for parameter in report.params}


def test_values_become_what_the_command_line_would_give(tmp_path):
    file = tmp_path / "report.toml"
    file.write_text(
        'title = "Ottobre"\nlang = ["it"]\nformat = ["html", "csv"]\nfrom = 2026-10-01\ncompare = false\ntheme = "a.toml"\n'
    )

    assert load_settings(file) == {
        "title": "Ottobre", "languages": "it", "forms": "html,csv", "first": "2026-10-01", "compare": False,
        "theme": str(tmp_path / "a.toml"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('titel = "x"', "'titel' is no setting of a report; known are lang, from"),
        ("title =", "not a file of settings that can be read"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(tmp_path, text, said):
    file = tmp_path / "report.toml"
    file.write_text(text)
    with pytest.raises(ReportError, match=re.escape(said)) as error:
        load_settings(file)

    assert str(file) in str(error.value)


@click.command()
@click.pass_context
def shown(ctx, **values):
    click.echo(f"{values['title']}|{','.join(values['forms'])}|{values['compare']}")


shown.params = report.params


def test_the_command_line_wins_over_the_file_and_the_file_over_the_usual(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.toml").write_text('title = "Dal file"\nformat = ["csv"]\ncompare = false\n')

    assert "Dal file|csv|False\n" == CliRunner().invoke(shown, []).output
    assert "Mio|csv|True\n" == CliRunner().invoke(shown, ["--title", "Mio", "--compare"]).output


def test_without_a_file_all_is_as_usual(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert "|html,markdown,csv|True\n" == CliRunner().invoke(shown, []).output
