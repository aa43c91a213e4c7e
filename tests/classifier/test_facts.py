"""What is read before it is judged."""

import pytest

from classifier.facts import find_facts


def test_pay_by_the_month_and_hours_give_a_cue():
    """Hours of one sentence and pay of another: an hourly figure, and a cue that stands where the pay stands."""
    text = "Assistente virtuale\n\nOrario: 40 ore a settimana. Compenso: 700 euro al mese."
    facts = find_facts(text, language="it")

    assert facts.hourly.min == pytest.approx(700 / 40 * 12 / 52, abs=0.01)
    (cue,) = [cue for cue in facts.cues if cue.indicator == "rate_below_floor"]
    assert facts.pay.raw == cue.text == text[cue.start : cue.end]
    assert cue.text.startswith("700 euro")


def test_nothing_stated_is_none():
    """Unknown is None, never a guess."""
    facts = find_facts("Cerco una persona per la mia agenda.", language="it")

    assert (None, None) == (facts.pay, facts.hourly)


def test_pay_from_fields_has_no_place_in_the_text():
    """The cue is there all the same."""
    salary = {"currency": "EUR", "min": 5, "max": 5, "unit": "HOUR"}
    facts = find_facts("Cerco una persona per la mia agenda.", language="it", base_salary=salary)

    assert facts.hourly.min == 5
    assert any(cue.indicator == "rate_below_floor" for cue in facts.cues)


def test_the_date_chooses_the_rate():
    """Dollars of two days are not the same in EUR."""
    text = "Virtual assistant wanted, $10 per hour."
    dates = {find_facts(text, date=date).hourly.rate_date for date in ("2026-10-30", "2026-09-01")}

    assert len(dates) == 2


def test_hours_a_week_are_read_without_pay():
    """An ad that tells its hours and no pay has told its hours."""
    assert find_facts("Cerco assistente virtuale, 15 ore a settimana.").hours_per_week == 15
