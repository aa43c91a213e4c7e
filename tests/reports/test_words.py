"""Both languages say the same things, and there are words for all that the questions hand over."""

import string
import tomllib

import pytest

from crawler.paths import data_path
from reports.format import LANGUAGES
from reports.population import prepare
from reports.questions import QUESTIONS
from reports.table import HIDDEN, NOTES
from reports.words import words
from tests.reports.made import make_facts, make_frame


@pytest.fixture(scope="module")
def ready():
    return prepare(make_frame(200))


def flat(values, prefix=""):
    """Return the entries of nested tables by their dotted keys."""
    found = {}
    for key, value in values.items():
        found |= flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return found


def entries(language):
    return flat(tomllib.loads(data_path("words", f"{language}.toml").read_text(encoding="utf-8")))


def names(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_hold_the_same_keys_and_figures():
    italian, english = entries("it"), entries("en")

    assert italian.keys() == english.keys()
    assert {key: names(text) for key, text in italian.items()} == {key: names(text) for key, text in english.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_every_question_has_its_words(question, language, ready):
    """Title, columns, their meanings, and notes: nothing is shown by its code's name."""
    say = words(language)
    table = question.ask(ready, make_facts(ready))
    missing = [] if say.has(f"tables.{table.name}.title") else [f"tables.{table.name}.title"]
    for column in table.columns:
        missing += [f"{kind}.{column.name}" for kind in ("columns", "meanings")
                    if not say.has(f"{kind}.{column.name}") and not say.has(f"tables.{table.name}.{kind}.{column.name}")]  # fmt: skip
    missing += [f"notes.{note}" for note in table.notes if not say.has(f"notes.{note}")]

    assert [] == missing
    assert not [name for name in table.frame if name.endswith(HIDDEN) and name in {c.name for c in table.columns}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_has_its_words(language):
    assert [] == [note for note in NOTES if not words(language).has(f"notes.{note}")]


@pytest.mark.parametrize(
    ("column", "code", "italian", "english"),
    [
        ("label", "disguised_employment", "impiego mascherato", "disguised job"),
        ("skill", "adm.email", "gestione email", "email management"),
        ("indicator", "fixed_hours", "orario fisso imposto", "fixed hours imposed"),
        ("month", "2026-10", "ottobre 2026", "October 2026"),
        ("month", "2026-Q3", "trim. 3 2026", "Q3 2026"),
        ("source", "other", "altro", "other"),
        ("source", "a\u202e.test", "a.test", "a.test"),
        ("level", 2, "2 autonoma", "2 autonomous"),
    ],
)
def test_codes_are_translated_and_strangers_cleaned(column, code, italian, english):
    assert (italian, english) == tuple(words(language).value(column, code) for language in LANGUAGES)


def test_a_text_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        words("it").text("page.nothing")
