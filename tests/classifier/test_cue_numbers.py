"""Numbers as cues: hours of work against a load, pay against the dated floor."""

import pytest

from classifier.cue_numbers import find_loads, find_rates, floors

LOADS = [
    ("40 ore a settimana", "full_time_load"),
    ("160 hours per month", "full_time_load"),
    ("8 ore al giorno", "full_time_load"),
    ("30-35 hrs/week", "full_time_load"),
    ("5 ore a settimana", "part_time_few_hours"),
    ("10-15 hours per week", "part_time_few_hours"),
    ("meno di 30 ore a settimana", None),
    ("25 hours per week", None),
    ("entro 48 ore", None),
]


@pytest.mark.parametrize(("text", "indicator"), LOADS)
def test_hours_tell_the_load(text, indicator):
    assert [name for name, _, _ in find_loads(text.encode())] == ([indicator] if indicator else [])


@pytest.mark.parametrize(
    ("hourly", "indicator"),
    [(9.99, "rate_below_floor"), (10.0, "rate_modest"), (14.99, "rate_modest"), (15.0, "rate_professional")],
)
def test_the_floor_and_the_modest_rate_are_where_the_thresholds_say(hourly, indicator):
    assert [name for name, _, _ in find_rates(b"", hourly)] == [indicator]


def test_without_an_hourly_pay_only_an_amount_by_the_hour_is_compared():
    assert find_rates("5 € l'ora".encode("cp1252"), None) == [("rate_below_floor", 0, 9)]
    assert not find_rates("500 € al mese".encode("cp1252"), None)


def test_loads_are_told_in_their_order_with_their_places():
    found = find_loads(b"8 hours a day, 40 hours a week, 4 hours a day")

    assert found == [("full_time_load", 0, 13), ("full_time_load", 15, 30), ("part_time_few_hours", 32, 45)]


def test_the_thresholds_carry_their_date():
    assert floors()["eur_per_hour"]["set_on"]
