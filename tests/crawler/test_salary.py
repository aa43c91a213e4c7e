"""Pay in fields."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.salary import make_salary, read_currency, read_number, read_salary, read_unit

STRUCTURES = [
    # schema.org as documented
    ({"currency": "EUR", "value": {"minValue": 10, "maxValue": 15, "unitText": "HOUR"}}, (10, 15, "EUR", "HOUR")),
    ({"currency": "EUR", "value": {"value": 1200, "unitText": "MONTH"}}, (1200, 1200, "EUR", "MONTH")),
    # and as written
    ({"currency": "USD", "value": "55000", "unitCode": "ANN"}, (55000, 55000, "USD", "YEAR")),
    ({"priceCurrency": "EUR", "price": "1200.00"}, (1200, 1200, "EUR", None)),
    ({"priceSpecification": {"price": "9,50", "priceCurrency": "EUR", "unitText": "ora"}}, (9.5, 9.5, "EUR", "HOUR")),
    ({"currency": "EUR", "value": {"value": "800 - 1.200", "unitText": "MONTH"}}, (800, 1200, "EUR", "MONTH")),
    (
        {"currency": "€", "minValue": "1.200,00", "maxValue": "1.500,00", "unitText": "al mese"},
        (1200, 1500, "EUR", "MONTH"),
    ),
    ({"currency": "EUR", "value": [{"minValue": 9, "maxValue": 11, "unitText": "hourly"}]}, (9, 11, "EUR", "HOUR")),
    ([{"currency": "GBP", "value": {"value": 15, "unitText": "hr"}}], (15, 15, "GBP", "HOUR")),
    ({"currency": "EUR", "value": {"maxValue": 20, "unitText": "HOUR"}}, (None, 20, "EUR", "HOUR")),
    ({"currency": "EUR", "value": {"minValue": 20, "maxValue": 10}}, (10, 20, "EUR", None)),
    ({"currency": "EUR", "value": {"minValue": 0, "maxValue": 15, "unitText": "HOUR"}}, (None, 15, "EUR", "HOUR")),
    ({"value": {"minValue": 0, "maxValue": 0}}, None),
    ({"currency": "EUR", "value": {"value": "da concordare"}}, None),
    ({"currency": "EUR"}, None),
    ({}, None),
    ([], None),
]


def shown(salary):
    return salary and (salary.min, salary.max, salary.currency, salary.unit)


@pytest.mark.parametrize(("value", "expected"), STRUCTURES)
def test_structures(value, expected):
    """Every form of baseSalary gives the same record, and nothing is invented."""
    salary, text = read_salary(value)

    assert shown(salary) == expected
    assert text == ""


TEXTS = [
    ("€ 1.200 - 1.500 al mese", (1200, 1500, "EUR", "MONTH")),
    ("10€/h", (10, 10, "EUR", "HOUR")),
    ("7,50 euro all'ora", (7.5, 7.5, "EUR", "HOUR")),
    ("£15 per hour", (15, 15, "GBP", "HOUR")),
    ("EUR 25.000 a 30.000 all'anno", (25000, 30000, "EUR", "YEAR")),
    ("25k-30k EUR", (25000, 30000, "EUR", None)),
    ("3-5k EUR", (3000, 5000, "EUR", None)),
    ("800 - 1.200", (800, 1200, None, None)),
    ("1200", (1200, 1200, None, None)),
    ("$18 - $22/hr", (18, 22, None, "HOUR")),
    ("$31,2k- $52k", (31200, 52000, None, None)),
    ("US$20/hour", (20, 20, "USD", "HOUR")),
    ("OTE $25k - $35k", None),
    ("da concordare", None),
    ("€ 500 a progetto", None),
    ("fino a 1.500 € mensili", None),
    ("10 € + bonus", None),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_texts(text, expected):
    """A text is read when the whole of it is an amount; it is always kept as published."""
    salary, raw = read_salary(text)

    assert shown(salary) == expected
    assert raw == text


def test_beside_the_value():
    """A number takes currency and unit from what stands beside it."""
    salary, text = read_salary(12, "EUR", "HOUR")

    assert (shown(salary), text) == ((12, 12, "EUR", "HOUR"), "")


NUMBERS = [(12, 12), ("1.200", 1200), ("1,200", 1200), ("1.200,50", 1200.5), ("1,200.50", 1200.5), ("31,2", 31.2), ("7.5", 7.5),
           ("55 000", 55000), ("31,2k", 31200), ("1'500", 1500), (0, None), ("0", None), (-5, None), ("", None), ("dieci", None),
           (None, None), (True, None), (math.inf, None), (10**400, None), ("1.2.3", None)]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), NUMBERS)
def test_read_number(value, expected):
    """Italian and English notation; zero and nonsense are unknown."""
    assert read_number(value) == expected


@pytest.mark.parametrize(
    ("word", "unit"),
    [("HOUR", "HOUR"), ("per hour", "HOUR"), ("/h", "HOUR"), ("Hourly", "HOUR"), ("all'ora", "HOUR"), ("HUR", "HOUR"), ("al mese", "MONTH"),
     ("MON", "MONTH"), ("mensile", "MONTH"), ("monthly", "MONTH"), ("annual", "YEAR"), ("ANN", "YEAR"), ("per-year-salary", "YEAR"),
     ("1 YEAR", "YEAR"), ("year", "YEAR"), ("settimana", "WEEK"), ("DAY", "DAY"), ("a giornata", None), ("", None), (None, None), (3, None)],
)  # fmt: skip
def test_read_unit(word, unit):
    """Units of schema.org, of UN/CEFACT and of people."""
    assert read_unit(word) == unit


def test_currencies():
    """Codes and unmistakable symbols; a lone dollar sign names no currency."""
    assert [read_currency(value) for value in ("eur", "€", "£", "US$", "$", "", None, "Euro", "??")] == [
        "EUR", "EUR", "GBP", "USD", None, None, None, "EUR", None,
    ]  # fmt: skip


def test_own_fields_keep_what_was_published():
    """The raw record holds the fields as they came."""
    salary = make_salary("60000", "75000", "EUR", "year")

    assert shown(salary) == (60000, 75000, "EUR", "YEAR")
    assert '"60000"' in salary.raw


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["value", "minValue", "maxValue", "currency", "unitText", "price", "x"]), inner, max_size=5
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_never_fails(value):
    """Any JSON value is pay or none; amounts are positive and in order."""
    salary, _ = read_salary(value)

    if salary:
        bounds = [bound for bound in (salary.min, salary.max) if bound is not None]
        assert bounds
        assert bounds == sorted(bounds)
        assert all(math.isfinite(bound) and bound > 0 for bound in bounds)
