"""Cues: every example of the table, the codebook's own phrases, exact spans, hostile text."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.cues import INDICATORS, find_cues, indicator
from classifier.facts import find_facts

EXAMPLES = tomllib.loads((Path(__file__).parent / "cue_examples.toml").read_text(encoding="utf-8"))["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[row["text"][:50] for row in EXAMPLES])
def test_an_example_states_denies_and_lacks_what_the_table_says(example):
    cues = find_cues(example["text"])
    stated = {cue.indicator for cue in cues if not cue.negated}
    denied = {cue.indicator for cue in cues if cue.negated}
    assert set(example.get("stated", ())) <= stated
    assert set(example.get("denied", ())) <= denied
    assert not set(example.get("absent", ())) & stated


def test_the_table_names_indicators_that_exist_and_is_large():
    named = {name for row in EXAMPLES for kind in ("stated", "denied", "absent") for name in row.get(kind, ())}
    assert named <= set(INDICATORS)
    assert len(EXAMPLES) >= 150


def codebook_cues(text):
    for entry in re.finditer(r"^#### `(\w+)`(.*?)(?=^####|\Z)", text, re.M | re.S):
        for line in re.findall(r"\*(?:IT|EN):\*(.*)", entry.group(2)):
            yield from (
                (entry.group(1), cue) for cue in re.findall(r"«([^»]*)»|\"([^\"]*)\"", line) for cue in cue if cue
            )


def test_nearly_all_the_cues_that_the_codebook_lists_are_found(shared):
    pairs = list(codebook_cues((shared / "codebook" / "CODEBOOK.md").read_text(encoding="utf-8")))
    pairs = [(name, cue) for name, cue in pairs if name in INDICATORS]
    found = [any(cue.indicator == name and not cue.negated for cue in find_facts(text).cues) for name, text in pairs]
    assert len(pairs) > 400
    assert sum(found) / len(found) >= 0.97


@given(st.text(max_size=300))
def test_spans_are_the_texts_own_words(text):
    for cue in find_cues(text):
        assert text[cue.start : cue.end] == cue.text
        assert cue.text == cue.text.rstrip()


@pytest.mark.parametrize(
    "change", [str.upper, str.title, lambda text: text.replace(" ", "  "), lambda text: f"• {text}"]
)
def test_case_blanks_and_bullets_change_nothing(change):
    for text in ("orario fisso dal lunedì al venerdì", "inviami il tuo preventivo", "exclusivity required"):
        assert {cue.indicator for cue in find_cues(change(text))} >= {cue.indicator for cue in find_cues(text)}


def test_apostrophes_of_every_kind_are_one():
    for apostrophe in "'’‘`´":
        assert any(cue.indicator == "fixed_hours" for cue in find_cues(f"presenza in orario d{apostrophe}ufficio"))


def test_the_pay_of_the_ad_decides_the_rate():
    assert any(cue.indicator == "rate_below_floor" for cue in find_cues("400 € al mese", hourly_eur=2.5))
    assert not any(cue.indicator == "rate_below_floor" for cue in find_cues("400 € al mese", hourly_eur=30))


def test_what_a_denial_states_is_told_once():
    cues = find_cues("Non chiediamo orari fissi, non chiediamo orari fissi")
    assert [cue.indicator for cue in cues] == ["fixed_hours", "own_schedule"] * 2
    assert [cue.negated for cue in cues] == [True, False] * 2


def test_hostile_text_is_read():
    for text in ("a " * 50_000, "non " * 20_000, "(((" * 20_000, "9-" * 30_000, "\x00" * 1000):
        assert isinstance(find_cues(text), list)


def test_an_unknown_indicator_is_an_error():
    with pytest.raises(KeyError):
        indicator("no_such_cue")
