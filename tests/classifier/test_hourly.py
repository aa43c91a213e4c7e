"""EUR per hour: tiers, divisors, exchange rates, what is never converted."""

import pytest

from classifier.divisors import constants, divisor
from classifier.hourly import eur_per_hour
from classifier.hours import Hours, find_hours
from classifier.pay import main_pay
from classifier.pay_record import Pay


def _read(text, language="it", date=None):
    pay = main_pay(text, language)
    return eur_per_hour(pay, find_hours(text), date=date, language=language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 €/h", (9, 9, "A")),
        ("da 8 a 10 € l'ora", (8, 10, "A")),
        ("400 €/mese per 10 ore settimanali", (9.23, 9.23, "B")),
        ("pacchetto da 10 ore al mese: 250 €", (25, 25, "B")),
        ("500 euro al mese, orario 9-13 e 14-18 dal lunedì al venerdì", (2.88, 2.88, "B")),
        ("90 euro a turno di 8 ore", (11.25, 11.25, "B")),
        ("80 € al giorno, 8 ore al giorno", (10, 10, "B")),
        ("200 € a settimana, 20 ore a settimana", (10, 10, "B")),
        ("RAL 20.800 €, 40 ore settimanali", (10, 10, "B")),
        ("600 € al mese per 10-15 ore a settimana", (9.23, 13.85, "B")),
        ("996 € lordi mensili per 14 mensilità, 24 ore settimanali", (11.17, 11.17, "B")),
        ("fino a 600 € al mese, 20 ore a settimana", (None, 6.92, "B")),
        ("600 € al mese, fino a 20 ore a settimana", (6.92, None, "B")),
        ("stipendio 1.300 € al mese, full time", (7.5, 7.5, "C")),
        ("stipendio 1.300 € al mese, full time, CCNL Commercio", (7.74, 7.74, "C")),
        ("RAL 24.000 €, tempo pieno", (11.54, 11.54, "C")),
        ("900 € al mese, 8 ore al giorno", (5.19, 5.19, "C")),
    ],
)
def test_tiers(text, expected):
    """A by the hour, B from the ad's hours, C where full time is assumed."""
    hourly = _read(text)

    assert (hourly.min, hourly.max, hourly.tier) == expected
    assert bool(hourly.assumptions) == (hourly.tier != "A")


@pytest.mark.parametrize(
    "text",
    ["500 € al mese", "500 € al mese, 4 ore al giorno", "0,05 € a parola", "300 € per il progetto, 20 ore a settimana", "provvigioni del 10%",
     "rimborso spese di 300 € al mese, 20 ore a settimana", "5 USDT per hour"],
)  # fmt: skip
def test_never_converted(text):
    """A month without hours, pieces, projects, commissions, expenses, currencies the ECB does not publish."""
    assert _read(text) is None


def test_rate_of_the_day():
    """The last rate up to the ad's date; a Sunday takes Friday's."""
    friday, sunday = _read("$10/hour", "en", "2026-07-03"), _read("$10/hour", "en", "2026-07-05")

    assert sunday.rate_date == friday.rate_date == "2026-07-03"
    assert sunday.min == friday.min
    assert "ECB rate of 2026-07-03" in sunday.assumptions[0]
    assert _read("9 €/h").rate_date is None


def test_an_old_rate_is_told():
    """A rate of more than 90 days before the ad, or after an ad older than the table, is flagged."""
    assert any("older than the ad" in note for note in _read("$10/hour", "en", "2027-06-01").assumptions)
    assert any("older than the table" in note for note in _read("$10/hour", "en", "2001-01-01").assumptions)


def test_assumptions_in_both_languages():
    """The same conversion is told in Italian and in English."""
    assert _read("400 €/mese per 10 ore settimanali").assumptions == (
        "ore dall'annuncio: 10 a settimana",
        "un mese = 52/12 settimane",
    )
    assert _read("$400/month, 10 hours per week", "en").assumptions[:2] == (
        "hours from the ad: 10 a week",
        "a month is 52/12 weeks",
    )


def test_an_insane_figure_is_flagged_not_dropped():
    """Outside 0.50-150 EUR an hour."""
    hourly = _read("600 € l'ora")

    assert hourly.min == 600
    assert any("da controllare" in note for note in hourly.assumptions)


def test_unknown_currency():
    """Without a currency there is no EUR."""
    pay = Pay("9", 0, 1, 9, 9, None, "hour", "time", "unknown")

    assert eur_per_hour(pay, None) is None


def test_divisors():
    """The written divisors: 173.33 hours a month, 52/12 weeks, 2,080 hours a year."""
    known = constants()

    assert known["full_time_month"] == pytest.approx(40 * 52 / 12, abs=0.01)
    assert known["weeks_per_month"] == pytest.approx(52 / 12)
    assert known["full_time_year"] == 2080
    assert divisor("month", Hours(20, 20, "week")).least == pytest.approx(86.67, abs=0.01)
    assert divisor("month", None) is None
