"""Numbers in sentences of two languages."""

import pytest

from reports.numerals import numerals


@pytest.mark.parametrize(
    ("italian", "english"),
    [
        ("1.234 annunci", "1,234 ads"),
        ("12,50 € (9,00 €–15,25 €)", "€12.50 (€9.00–€15.25)"),
        ("il 61,7%, n = 1.048.", "61.7%, n = 1,048."),
        ("IV livello", "level 4"),
        ("VeraVA 0.10.2", "VeraVA 0.10.2"),
    ],
)
def test_the_same_numbers(italian, english):
    """However they are written."""
    assert numerals(italian, "it") == numerals(english, "en")


def test_another_number_is_seen():
    """One that differs, or that stands once more."""
    assert numerals("12 su 20", "it") != numerals("12 of 21", "en")
    assert numerals("12 su 20", "it") != numerals("12 of 20, 20", "en")
