"""The parts that pay is read with: notation, spoken numbers, amounts, units, words, terms, silence."""

import doctest
import pkgutil
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import classifier
from classifier import pay_bait, pay_terms
from classifier.pay_amounts import find_amounts
from classifier.pay_choice import Found, choose
from classifier.pay_context import judge, left_window
from classifier.pay_percent import percentage
from classifier.pay_read import statement
from classifier.pay_record import Pay
from classifier.pay_silent import is_commission_only, silent_pay
from classifier.pay_units import unit_behind
from classifier.text import fold

PARTS = [
    found.name
    for found in pkgutil.iter_modules(classifier.__path__, "classifier.")
    if found.name.removeprefix("classifier.").startswith(("pay", "hour", "divisors"))
]


@pytest.mark.parametrize("name", PARTS)
def test_examples_in_docstrings(name):
    """The examples in the docstrings hold."""
    assert doctest.testmod(import_module(name)).failed == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("da 8 a 10 €", (8, 10, "EUR")),
        ("22-26k", (22000, 26000, None)),
        ("38-43.000 lordi", (38000, 43000, None)),
        ("$20.50/hr - $24.75/hr", (20.5, 24.75, "USD")),
        ("$4/hour - $200/month", (4, 4, "USD")),
        ("500 € e 20 ore", (500, 500, "EUR")),
        ("tra 500 e 700 €", (500, 700, "EUR")),
        ("$.50", (0.5, 0.5, "USD")),
        ("£12 ph", (12, 12, "GBP")),
        ("r22,000", (22000, 22000, "ZAR")),
    ],
)
def test_amounts(text, expected):
    """Ranges, shared scales, two units that make no range."""
    first = find_amounts(text)[0]

    assert (first.low, first.high, first.currency) == expected


@pytest.mark.parametrize(
    "text", ["333 1234567890", "2 milioni di euro", "$3m in sales", "401k match", "php 8 and java", "cad 2d"]
)
def test_no_amount(text):
    """Telephone numbers, millions, a pension plan, names of software: no amount of money."""
    assert [amount for amount in find_amounts(text) if amount.currency] == []


def test_left_window_ends_at_the_sentence():
    """Words of the sentence before do not count; a heading above does."""
    text = "corso da 90 €. paga: 8 €"

    assert left_window(text, text.index("8"), 0) == " paga: "
    assert left_window("compenso\n8 €", 9, 0) == "compenso\n"


def test_judge_by_the_nearest_word():
    """The nearest word before decides; a word right behind can object."""
    for text, strength in (
        ("compenso di 300 €", 3),
        ("corso da 300 €", 0),
        ("a $60,000 event budget", 0),
        ("8 € l'ora", 2),
    ):
        amount = find_amounts(text)[0]
        assert judge(text, amount, unit_behind(text, amount.end), 0, in_line=False).strength == strength, text


def test_statement_keeps_the_words():
    """The span holds currency, amount and unit as they stand."""
    text = "Offriamo 7,50 € l'ora lordi"
    folded = text.lower()
    amount = find_amounts(folded)[0]
    unit = unit_behind(folded, amount.end)
    pay = statement(
        text, folded, amount, unit, judge(folded, amount, unit, 0, in_line=False), in_line=False, language="it"
    )

    assert (pay.raw, pay.start, pay.end, pay.basis) == ("7,50 € l'ora", 9, 21, "gross")


def test_percentage_only_beside_commission():
    """A discount is no commission."""
    for text, found in (
        ("provvigioni del 10%", True),
        ("sconto del 10%", False),
        ("100% da remoto", False),
        ("10% of each sale", True),
    ):
        amount = next(amount for amount in find_amounts(text) if amount.percent)
        assert (percentage(text, text, amount) is not None) is found, text


def test_silent_pay():
    """What is said without an amount; nothing where nothing is said."""
    assert silent_pay("solo provvigioni", "solo provvigioni").kind == "commission"
    assert silent_pay("compenso da concordare", "compenso da concordare").kind == "none"
    assert silent_pay("agenda e posta", "agenda e posta") is None
    assert is_commission_only("commission only, no base")
    assert not is_commission_only("base plus commission")
    long = "agenda e posta. " * 40 + "lavoro non retribuito"
    assert silent_pay(long, long).raw == "non retribuito"


def test_the_silent_tell_nothing():
    """Where the first look hears nothing, none of the functions that look for terms finds any."""
    rows = tomllib.loads((Path(__file__).parent / "pay_examples.toml").read_text(encoding="utf-8")).values()
    texts = [fold(text) for table in rows for language in ("it", "en") for text, _ in table.get(language, [])]
    silent = [text for text in texts if pay_terms.is_silent(text, pay_terms.words_of(text), "")]

    assert len(silent) > 100
    for text in silent:
        assert pay_terms.basis_of(text) == pay_terms.vat_of(text) == "unknown"
        assert not pay_terms.has_commission(text)
        assert not pay_terms.has_bonus(text)
        for amount in find_amounts(text):
            ends = (amount.end, amount.end)
            low, high = pay_terms.bounds(text, amount.low, amount.high, text[: amount.start], ends)
            assert (low, high) == (amount.low, amount.high), text


def _pay(start, low, high, unit, **more):
    values = {
        "raw": "x",
        "start": start,
        "end": start + 3,
        "min": low,
        "max": high,
        "currency": "EUR",
        "unit": unit,
        "kind": "time",
    }
    return Pay(**(values | {"basis": "unknown"} | more))


def test_choose():
    """Time before pieces, body before a bare pay line, a range that holds the single amount, a weak one never."""
    hour, month = _pay(20, 8, 8, "hour"), _pay(0, 900, 900, "month")
    line = _pay(0, 6, 10, "hour", source="pay_line")
    folded = "x" * 200

    assert choose([Found(month, 3), Found(hour, 3)], folded) is hour
    assert choose([Found(line, 3), Found(hour, 3)], folded) is line
    assert choose([Found(_pay(20, 2, 2, "post", kind="piece"), 3), Found(month, 3)], folded) is month
    assert choose([Found(hour, 1)], folded) is None
    assert choose([], folded) is None


def test_without_bait():
    """On-target earnings beside commission only, and a pay line called a placeholder, are no pay; a base stays."""
    folded = "pay: ote $8k - $15k/mo. commission only, no base"
    hoped = Found(_pay(9, 8000, 15000, "month", source="pay_line")._replace(end=22), 3, "pay line")
    base = Found(_pay(30, 900, 900, "month"), 3, "pay")

    assert pay_bait.without_bait([hoped, base], folded) == [base]
    assert pay_bait.without_bait([hoped, base], "pay: ote $8k - $15k/mo and a base") == [hoped, base]
    assert pay_bait.without_bait([hoped, base], "pay: $3. that is a placeholder") == [base]
