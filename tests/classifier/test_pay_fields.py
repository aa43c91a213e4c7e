"""Pay in a source's fields, checked against the text."""

import pytest

from classifier.pay import main_pay
from classifier.pay_fields import from_fields, is_sane


def _salary(low, high, unit="MONTH", currency="EUR"):
    return {"min": low, "max": high, "unit": unit, "currency": currency}


def test_fields_where_the_text_is_silent():
    """Fields are the statement when the text makes none."""
    pay = main_pay("Assistente per agenda", "it", base_salary=_salary(1200, 1400))

    assert (pay.min, pay.max, pay.currency, pay.unit, pay.source) == (1200, 1400, "EUR", "month", "base_salary")
    assert (pay.raw, pay.start, pay.end) == ("1200-1400 EUR month", 0, 0)


def test_the_text_says_the_same_more_exactly():
    """Where both agree the text's words are kept."""
    pay = main_pay("Stipendio 1.200 € netti al mese", "it", base_salary=_salary(1200, 1200))

    assert (pay.raw, pay.basis, pay.source) == ("1.200 € netti al mese", "net", "text")
    assert "the ad's fields agree" in pay.reasons


def test_a_wrong_unit_is_not_believed():
    """A month's pay tagged YEAR: the text's unit counts; without a text the unit is unknown."""
    salary = _salary(1200, 1200, "YEAR")

    assert main_pay("Stipendio 1.200 € al mese", "it", base_salary=salary).unit == "month"
    assert main_pay("Agenda e posta", "it", base_salary=salary).unit is None


def test_fields_before_another_sum_in_the_text():
    """Sound fields come before a different sum in the text, and the conflict is told."""
    pay = main_pay("Offriamo 900 € al mese", "it", base_salary=_salary(1200, 1400))

    assert pay.min == 1200
    assert "the text says: 900 € al mese" in pay.reasons


def test_senseless_fields_give_way():
    """24,000 EUR an hour gives way to what the text says."""
    pay = main_pay("RAL 24.000 €", "it", base_salary=_salary(24000, 24000, "HOUR"))

    assert (pay.min, pay.unit) == (24000, "year")


@pytest.mark.parametrize("salary", [{}, {"min": 0, "max": 0}, {"min": "1200"}, {"min": -5}, {"min": True}])
def test_no_amount_is_no_statement(salary):
    """Zero, text and nonsense are no amount."""
    assert from_fields(salary) is None


def test_ends_in_the_wrong_order():
    """A lower end above the upper one is turned round."""
    assert from_fields(_salary(1400, 1200))[3:5] == (1200, 1400)


@pytest.mark.parametrize(("amount", "unit", "currency", "sane"), [(8, "HOUR", "EUR", True), (8, "YEAR", "EUR", False),
                                                                 (300, "MONTH", "USD", True), (300, "MONTH", "PKR", True),
                                                                 (25000, "MONTH", "PHP", True)])  # fmt: skip
def test_sanity(amount, unit, currency, sane):
    """Full-time work between 0.5 and 150 EUR an hour; what cannot be converted passes."""
    assert is_sane(from_fields(_salary(amount, amount, unit, currency))) is sane
