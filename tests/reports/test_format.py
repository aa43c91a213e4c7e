"""Figures are written as each language writes them."""

from datetime import date

import pandas as pd
import pytest

from reports.format import NONE, formats


@pytest.mark.parametrize(
    ("method", "value", "italian", "english"),
    [
        ("count", 1234, "1.234", "1,234"),
        ("share", 0.256, "26%", "26%"),
        ("eur", 1234.5, "1.234,50\xa0€", "€1,234.50"),
        ("euros", 10, "10\xa0€", "€10"),
        ("number", 0.0312, "0,03", "0.03"),
        ("points", 0.0321, "+3,2", "+3.2"),
        ("points", -0.0321, "-3,2", "-3.2"),
        ("day", date(2026, 10, 3), "3 ottobre 2026", "3 October 2026"),
        ("period", "2026-10", "ottobre 2026", "October 2026"),
        ("period", "2026-Q4", "trim. 4 2026", "Q4 2026"),
        ("period", "2026", "2026", "2026"),
    ],
)
def test_figures_in_both_languages(method, value, italian, english):
    assert (italian, english) == tuple(getattr(formats(language), method)(value) for language in ("it", "en"))


@pytest.mark.parametrize("value", [None, float("nan"), pd.NA])
def test_what_is_unknown_is_a_dash(value):
    form = formats("it")

    assert {NONE} == {form.count(value), form.share(value), form.eur(value), form.number(value)}


def test_a_share_takes_digits_when_asked():
    assert "25,6%" == formats("it").share(0.256, 1)
