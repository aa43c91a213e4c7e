"""A reading as a person sees it in the terminal: verdict, pay and level, the ad with its evidence, questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import click

from classifier.cues import INDICATORS
from classifier.explain import WORDS, Evidence
from classifier.reading import Reading
from classifier.skills import taxonomy

_ALMOST: Final = 0.99
_SKILLS: Final = 8
"""Skills named, at most."""
_STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters other than tab and line break, and marks that turn the direction of writing."""
COLOURS: Final = {
    "genuine_freelance": "green",
    "disguised_employment": "red",
    "open_employment": "blue",
    "out_of_scope": "yellow",
    "uncertain": "yellow",
}
_WORDS: Final[dict[str, dict[str, Any]]] = {
    "it": {
        "verdict": {
            "genuine_freelance": "Lavoro freelance vero",
            "disguised_employment": "Nel testo ci sono i segni di un lavoro dipendente travestito da freelance",
            "open_employment": "Lavoro dipendente, offerto apertamente come tale",
            "out_of_scope": "Non è un'offerta di lavoro per assistenti virtuali",
            "uncertain": "Non si può dire",
        },
        "short": {
            "genuine_freelance": "freelance vero",
            "disguised_employment": "dipendente travestito",
            "open_employment": "dipendente dichiarato",
            "out_of_scope": "fuori tema",
        },
        "reason": {
            "language": "il testo non è in italiano né in inglese",
            "too_short": "il testo è troppo breve",
            "undecided": "i segni non bastano o si contraddicono; più probabile: ",
        },
        "sure": "probabilità",
        "pay": "Paga",
        "no_pay": "non indicata",
        "hourly": "circa {amount} €/ora",
        "level": "Competenze",
        "levels": ("nessuna", "di base", "autonoma", "specialistica"),
        "why": "Che cosa lo dice",
        "words": "parole del testo",
        "denied": "il testo lo esclude",
        "decimal": ",",
        "ask": "Da chiedere prima di dire sì",
        "ad": "Il testo letto",
    },
    "en": {
        "verdict": {
            "genuine_freelance": "Genuine freelance work",
            "disguised_employment": "The text shows the signs of an employee's job dressed up as freelance work",
            "open_employment": "An employee's job, openly offered as one",
            "out_of_scope": "Not an offer of virtual-assistant work",
            "uncertain": "Can't tell",
        },
        "short": {
            "genuine_freelance": "genuine freelance",
            "disguised_employment": "disguised employment",
            "open_employment": "open employment",
            "out_of_scope": "out of scope",
        },
        "reason": {
            "language": "the text is neither Italian nor English",
            "too_short": "the text is too short",
            "undecided": "the signs are too few or contradict each other; most likely: ",
        },
        "sure": "probability",
        "pay": "Pay",
        "no_pay": "not stated",
        "hourly": "about {amount} €/hour",
        "level": "Skills",
        "levels": ("none", "routine", "autonomous", "specialist"),
        "why": "What says so",
        "words": "words of the text",
        "denied": "the text says no",
        "decimal": ".",
        "ask": "Ask before saying yes",
        "ad": "The text that was read",
    },
}


def show(reading: Reading, *, colour: bool = False) -> str:
    """Return `reading` as lines for a terminal; `colour` adds ANSI colours and the ad with its evidence underlined.

    Words are Italian for an Italian ad, English for any other.
    """
    language = "it" if reading.language == "it" else "en"
    words = _WORDS[language]
    paint = click.style if colour else lambda text, **_: text
    blocks = [_verdict(reading, words, paint), _facts(reading, words, language)]
    if reading.evidence:
        blocks.append("\n".join([f"{words['why']}:", *_reasons(reading.evidence, words, language)]))
    if colour:
        blocks.append(f"{words['ad']}:\n{_underlined(reading)}")
    if reading.questions:
        blocks.append("\n".join([f"{words['ask']}:", *(f"  - {question}" for question in reading.questions)]))
    return "\n\n".join(blocks) + "\n"


def _verdict(reading: Reading, words: dict[str, Any], paint: Any) -> str:
    line = paint(words["verdict"][reading.label], fg=COLOURS[reading.label], bold=True)
    if reading.reason:
        why = words["reason"][reading.reason]
        if reading.reason == "undecided":
            likely = max(reading.probabilities, key=lambda name: reading.probabilities[name])
            why += f"{words['short'][likely]}, {_percent(reading.confidence)}"
        return f"{line}: {why}."
    return f"{line} ({words['sure']} {_percent(reading.confidence)})."


def _percent(probability: float) -> str:
    """Return a probability as a whole percentage; none is certain."""
    return "> 99%" if probability > _ALMOST else f"{probability:.0%}"


def _facts(reading: Reading, words: dict[str, Any], language: str) -> str:
    names = dict.fromkeys(
        getattr(taxonomy()[hit.id], f"label_{language}") for hit in reading.skills if not hit.id.startswith("so.")
    )
    level = words["levels"][reading.skill_level]
    listed = f": {', '.join(list(names)[:_SKILLS])}" if names else ""
    return f"{words['pay']}: {_pay(reading, words)}\n{words['level']}: {level} ({reading.skill_level}/3){listed}"


def _pay(reading: Reading, words: dict[str, Any]) -> str:
    if reading.pay is None:
        return str(words["no_pay"])
    raw = _one_line(reading.pay.raw)
    hourly = reading.hourly
    if hourly is None or (reading.pay.unit == "hour" and reading.pay.currency == "EUR"):
        return raw
    bounds = dict.fromkeys(f"{bound:.2f}" for bound in (hourly.min, hourly.max) if bound is not None)
    amount = "–".join(bounds).replace(".", words["decimal"])
    notes = "; ".join([hourly.tier, *hourly.assumptions])
    return f"{raw}, {words['hourly'].format(amount=amount)} ({notes})"


def _reasons(spans: Sequence[Evidence], words: dict[str, Any], language: str) -> list[str]:
    """Return a line for each indicator, with all its quotes, in the order of the first of them."""
    quotes: dict[tuple[str, bool], list[str]] = {}
    for span in spans:
        quotes.setdefault((span.indicator, span.denied), []).append(f"«{_one_line(span.text)}»")
    lines = []
    for (indicator, denied), quoted in quotes.items():
        name = words["words"] if indicator == WORDS else INDICATORS[indicator].name[language]
        lines.append(f"  - {', '.join(quoted)} — {name}" + f" ({words['denied']})" * denied)
    return lines


def _underlined(reading: Reading) -> str:
    text, done, parts = printable(reading.text), 0, []
    for span in sorted(reading.evidence, key=lambda item: item.start):
        parts += [
            text[done : span.start],
            click.style(text[span.start : span.end], underline=True, bold=True),
        ]
        done = span.end
    return "".join([*parts, text[done:]])


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    r"""Return `text` with each character that steers a terminal replaced, its length kept: an ad is hostile text.

    >>> printable("a\x1b[31mb\u202ec")
    'a�[31mb�c'
    """
    return _STEERING.sub("\ufffd", text.replace("\r", " "))
