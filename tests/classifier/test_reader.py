"""The reader, on texts of all kinds."""

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.corpus import corpus_files, load_examples
from classifier.inputs import Item
from classifier.labels import LABELS
from classifier.reader import Reader
from classifier.text import MAX_CHARACTERS
from crawler.errors import ModelError

AD = "Assistente virtuale\n\nOrario 9-18 in esclusiva, 40 ore a settimana, 700 euro al mese. Gestione agenda e fatture."


def test_a_reading_puts_everything_together(small_reader):
    """Label, language, pay by the hour, skills, cues, questions: one object, its text the one that was read."""
    reading = small_reader.read(AD)

    assert reading.text == AD
    assert reading.language == "it"
    assert reading.hourly.min == pytest.approx(4.04, abs=0.01)
    assert {"fixed_hours", "full_time_load", "rate_below_floor"} <= set(reading.indicators)
    assert reading.skills
    assert reading.confidence == max(reading.probabilities.values())


def test_indicators_are_stated_ones_once(small_reader):
    """In the order of the text, denied ones left out."""
    reading = small_reader.read(f"{AD}\n{AD}\nNon è richiesta reperibilità.")

    assert len(set(reading.indicators)) == len(reading.indicators)
    assert "on_call_availability" not in reading.indicators


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Cerco VA.", "too_short"),
        (
            "Wir suchen eine freundliche Bürohilfe für unsere Praxis, die Termine vergibt und Rechnungen schreibt.",
            "language",
        ),
    ],
)
def test_it_says_when_it_cannot_tell(small_reader, text, reason):
    """Too short, or in another language: uncertain, with the reason."""
    reading = small_reader.read(text)

    assert ("uncertain", reason) == (reading.label, reading.reason)


def test_a_question_is_in_the_ads_language(small_reader):
    """Italian for Italian ads, English for all others."""
    english = small_reader.read(
        "Virtual assistant wanted: fixed hours, 9 to 5, Monday to Friday, exclusively for us, $5 per hour."
    )

    assert all("?" in question for question in english.questions)
    assert not any("lavor" in question.lower() for question in english.questions)
    assert any("posso" in question.lower() for question in small_reader.read(AD).questions)


def test_a_long_text_is_cut(small_reader):
    """What is read is what is echoed."""
    assert len(small_reader.read("parola " * 20_000).text) == MAX_CHARACTERS


def test_fields_and_date_count(small_reader):
    """Pay of the ad's fields is read; the day chooses the rate."""
    salary = {"currency": "USD", "min": 10, "max": 12, "unit": "HOUR"}
    reading = small_reader.read("Virtual assistant for our calendar.", base_salary=salary, date="2026-10-02")

    assert (10, 12) == (reading.pay.min, reading.pay.max)
    assert reading.hourly.rate_date <= "2026-10-02"


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(alphabet=st.characters(), max_size=300)
    | st.binary(max_size=200).map(lambda data: data.decode("latin-1"))
)
def test_any_string_is_read(small_reader, text):
    """Whatever stands in a text: a reading that is JSON, probabilities that sum to one, exact spans."""
    reading = small_reader.read(text)

    assert sum(reading.probabilities.values()) == pytest.approx(1)
    assert set(reading.probabilities) == set(LABELS)
    assert all(text[span.start : span.end] == span.text for span in reading.evidence)
    assert json.loads(json.dumps(reading.to_dict()))["skill_level"] in range(4)


def test_many_are_read_as_each_alone(small_reader):
    """In the same order, whatever stands in them, pay fields and dates included."""
    salary = {"currency": "USD", "min": 10, "max": 12, "unit": "HOUR"}
    items = [
        *(Item(None, example.text, plain=True) for example in load_examples(corpus_files())[::80]),
        Item(None, "Virtual assistant for our calendar.", plain=False, base_salary=salary, date="2026-10-02"),
        *(Item(None, text, plain=True) for text in ("", "\n", "va", "\ud800 \x00 İ", "parola " * 20_000)),
    ]
    alone = [small_reader.read(item.text, base_salary=item.base_salary, date=item.date) for item in items]

    assert [reading.to_dict() for reading in small_reader.read_many(items)] == [one.to_dict() for one in alone]
    assert small_reader.read_many([]) == []


def test_a_named_model_that_is_none_is_refused(tmp_path):
    """With its name."""
    with pytest.raises(ModelError, match=r"none\.card\.json"):
        Reader.load(tmp_path / "none")


def test_json_has_all_that_a_reading_has(small_reader):
    """No field is lost, apart from the text and what the contract calls otherwise."""
    reading = small_reader.read(AD)
    values = reading.to_dict()
    fields = {field.name for field in dataclasses.fields(reading)}

    assert fields - set(values) == {"text", "hourly", "indicators"}
    assert values["pay"]["eur_per_hour"]["min"] == reading.hourly.min
    assert values["reason"] is None
