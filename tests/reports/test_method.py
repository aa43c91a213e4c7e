"""The method box tells where the figures are from and how often the reader errs, in both directions."""

import dataclasses

import pytest

from reports.frames import empty
from reports.method import make_method
from tests.reports.made import make_facts


def entries(language="it", **changes):
    return {
        entry.term: entry.text for entry in make_method(dataclasses.replace(make_facts(empty()), **changes), language)
    }


def test_errors_are_told_in_both_directions_with_their_numbers():
    """Rows are true labels: of 100 genuine ads 90 are found; of 98 called genuine 90 are."""
    confusion = ((90, 6, 2, 2), (5, 80, 4, 1), (2, 4, 92, 2), (1, 1, 2, 94))
    text = entries("en", confusion=confusion)["How often it errs"]

    assert text.startswith("On test ads: of 100 truly freelance ads the program recognises 90.0% (10 missed)")
    assert "of those it calls freelance 91.8% are right (8 are not)" in text
    assert "Of 90 disguised jobs it recognises 88.9% (10 missed)" in text
    assert "of those it calls disguised 87.9% are right (11 are not)" in text


@pytest.mark.parametrize(("language", "term"), [("it", "Quanto sbaglia"), ("en", "How often it errs")])
def test_unknown_errors_are_said_to_be_unknown(language, term):
    uncounted = entries(language, confusion=())[term]

    assert "%" not in uncounted


def test_rates_are_dated_where_any_was_used():
    assert "Cambi della Banca centrale europea del 30 ottobre 2026." == entries()["Cambi"]
    assert "dal 4 maggio 2026 al 30 ottobre 2026" in entries(rates_first="2026-05-04")["Cambi"]
    assert "Cambi" not in entries(rates_date="")


def test_reposts_merged_and_words_searched_are_told():
    """From the funnel's own steps; without them nothing is said."""
    steps = {"allowed": 110, "unique": 100, "counted": 97}
    facts = dataclasses.replace(make_facts(empty()), search_terms=("virtual assistant", "<b>"))
    text = next(one.text for one in make_method(facts, "en", steps) if one.term == "Which ads count")

    assert "In this period 10 were merged, and 3 ads of posters" in text
    assert text.endswith("The words searched for: virtual assistant, <b>.")
    assert "merged" not in entries("en")["Which ads count"]


def test_pay_is_told_to_be_misread_too():
    """Both directions, and the day of the measure."""
    text = entries("en")["How often it errs on pay"]

    assert "of the 165 that state pay, lower and upper end are read right in 162" in text
    assert "of the 89 that state none, 1 is given some" in text
    assert "24 November 2026" in text


def test_a_store_whose_stages_are_unknown_tells_none():
    assert "Quali annunci contano" not in entries(stages={})
