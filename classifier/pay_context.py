"""Is a number pay? What stands before it in its sentence, and right behind it, decides."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from classifier.pay_amounts import Amount
from classifier.pay_lexicon import FEE, NOTHING, OTHER, PAY, Cue, cue_behind, nearest_cue
from classifier.pay_units import Unit, piece_behind, unit_before

_SENTENCE: Final = re.compile(r"[.!?;](?=\s)|\n")
_REACH: Final = 90
"""Characters before a number that are looked at."""
_SURE, _LIKELY, _WEAK = 3, 2, 1
_NEAR: Final = 3
"""Words between a word of pay and the number, at most, to be sure."""

_PLATFORM: Final = re.compile(
    r"\b(?:avg|average)\b[a-z .]{0,30}\b(?:paid|client)|by client|client's|total spent|\bspent\b"
)
_TERMS: Final = re.compile(
    r"[ ,(]{0,2}(?:nett[oi]\b|lord[oi]\b|gross\b|net\b|puliti\b|[+] ?iva|piu iva|oltre iva|annu|ral\b|fix|budget fisso|fisso\b|flat\b|"
    r"total\b|in tutto|per tutto|tutto compreso|a progetto|a forfa?it|forfa?it|forfettari|for the (?:whole|entire|full|job|project)|per l'intero|una tantum|"
    r"one-off|con ritenuta|iva (?:inclusa|esclusa|compresa)|x 1[345]\b)"
)
"""Words right behind an amount that make it pay where nothing else tells."""
_BARE_BEHIND: Final = re.compile(
    r"[ ,(]{0,2}(?:nett[oaie]\b|lord[oaie]\b|gross\b|net\b|puliti\b|in busta|ral\b|annu[aio]|mensil[ei]\b|orari[oae]?\b|al mese|mese\b|"
    r"all'ora|l'ora|/ ?(?:h|ora|hr|hour|mese|month|mo|week|day|anno|year|gg)\b|per (?:hour|month|week|year|day|annum)|"
    r"an? (?:hour|month|week|year|day)\b|hourly|monthly|weekly|yearly|annually|p\.a\.|a (?:giornata|settimana)|al giorno|"
    r"x 1[345]\b|per 1[345] mens|tutto il mese|fissi\b|year\b)"
)
"""What stands behind a number without currency that is pay."""
_BARE_BEFORE: Final = re.compile(
    r"(?:\b(?:ral|fiss[oa]|fissi|tariffa|compenso|stipendio|retribuzione|budget|salary|pay|rate|wage|paga|compensation|base|occasionale)"
    r"(?: (?:indicativ[ao]|lord[ao]|nett[ao]|annu[ao]|mensile|orari[ao]|giornalier[ao]|range|base|rate|secondo il profilo)){0,2}"
    r" ?(?:di|da|:|e di|is|of|=|-|\(?tra|fra|max|range:?)?|[💶💰💵]:?) ?(?:circa |a partire da |fino a |tra |fra |sui )?$"
)
"""What stands right before a number without currency that is pay."""
_LAST_WORDS: Final = frozenset(
    "ral fisso fissa fissi tariffa compenso stipendio retribuzione budget salary pay rate wage paga compensation occasionale indicativa indicativo lorda"
    " lordo netta netto annua annuo mensile oraria orario giornaliera giornaliero range base profilo di da is of tra fra max circa a sui"
    " 💶 💰 💵".split()
)
"""Words one of which stands last before such a number."""
_BARE_REACH: Final = 60
_CLOCK: Final = re.compile(r"\d{1,2}[.:][0134][05] ?- ?\d{1,2}[.:][0134][05]")
_LINE_WORDS: Final = 6
"""So many words may stand before a number without currency in the pay line."""
_YEARLY: Final = 10_000
"""A plain number from here on, behind a word of pay, is a salary."""
_HUGE: Final = 400_000
"""No pay in EUR, USD or GBP is so high."""
_MONEY_SIGN: Final = re.compile(r"[💶💰💵]")
_HOURS: Final = re.compile(r"\b(?:ore|hours|hrs)\b")
_CLOSE: Final = 40
_ALTERNATIVE: Final = re.compile(
    r"\b(?:sale|salgono|poi|notte|nott?urn[oi]|festivi|estero|dopo|rising|then|later)\b[a-z ]{0,28}$"
)
"""What joins a second amount, for later or other work, to the one before it."""


class Context(NamedTuple):
    """What the words around a number make of it."""

    window: str
    """The words before it in its sentence."""
    cue: Cue
    """The word that tells."""
    strength: int
    """3 surely pay, 2 likely, 1 perhaps, 0 not."""


def left_window(folded: str, start: int, floor: int) -> str:
    """Return the words before `start` in its sentence, not before `floor`; a heading on the line above counts."""
    window = folded[max(floor, start - _REACH) : start]
    cut = 0
    for match in _SENTENCE.finditer(window):
        if match.group() != "\n" or any(sign.isalpha() for sign in window[match.end() :]):
            cut = match.end()
    return window[cut:]


def judge(folded: str, amount: Amount, unit: Unit | None, floor: int, *, in_line: bool) -> Context:
    """Judge `amount`; `floor` is where the amount before it ends, `in_line` tells of the ad's pay heading."""
    window = left_window(folded, amount.start, floor)
    if in_line and (amount.currency or len(window.split()) <= _LINE_WORDS):
        return Context(window, Cue("pay line", PAY, 0), _line_strength(folded, amount, window))
    if amount.currency is None and not _bare(folded, amount, unit, window, floor):
        return Context(window, NOTHING, 0)
    cue = nearest_cue(window)
    behind = cue_behind(folded, unit.end if unit else amount.end)
    if behind and not (cue.sense == PAY and cue.gap == 0):
        cue = Cue(
            behind, FEE if cue.sense == FEE or "fee" in behind or behind in {"deposit", "registration"} else OTHER, 0
        )
    return Context(window, cue, _strength(folded, amount, unit, window, cue, floor))


def _line_strength(folded: str, amount: Amount, window: str) -> int:
    if amount.currency is None and _CLOCK.fullmatch(folded, amount.start, amount.end):
        return 0
    return 0 if _PLATFORM.search(f"{window}{folded[amount.end : amount.end + 14]}") else _SURE


def _strength(folded: str, amount: Amount, unit: Unit | None, window: str, cue: Cue, floor: int) -> int:
    if cue.sense in {FEE, OTHER}:
        apart = cue.gap > 1 or "," in window[-3:]
        hourly = unit is not None and unit.name == "hour" and apart and cue.sense == OTHER
        return _LIKELY if hourly and not _PLATFORM.search(window) else 0
    if amount.high >= _HUGE and amount.currency in {"EUR", "USD", "GBP"}:
        return 0
    if cue.sense == PAY:
        return _SURE if unit or cue.gap <= _NEAR else _LIKELY
    if unit or _TERMS.match(folded, amount.end) or unit_before(window) or _MONEY_SIGN.search(window):
        return _LIKELY
    if folded[amount.end : amount.end + 1] == "/" and piece_behind(folded, amount.end):
        return _LIKELY
    if amount.currency is None:
        return _WEAK if floor and amount.start - floor < _CLOSE and _ALTERNATIVE.search(window) else _LIKELY
    return _LIKELY if amount.ranged and _HOURS.search(window) else _WEAK


def _bare(folded: str, amount: Amount, unit: Unit | None, window: str, floor: int) -> bool:
    """Return whether a number without currency can be pay: words of pay stand right before or right behind it."""
    behind = _BARE_BEHIND.match(folded, amount.end)
    if not amount.plain and unit and not unit.loose and amount.high < 2:  # noqa: PLR2004 - `0,03 a nominativo`
        return True
    if amount.high < 5 and amount.plain:  # noqa: PLR2004 - `3 year`
        return False
    last = window.rstrip(" :=(-\n")[-14:].split()[-1:]
    if last and last[0].strip("(:") in _LAST_WORDS and _BARE_BEFORE.search(window[-_BARE_REACH:]):
        rest = folded[amount.end : amount.end + 3].lstrip(" ")
        wordy = rest[:1].isalpha() and amount.plain and not amount.scaled and amount.high < _YEARLY
        return bool(behind or unit) or not (wordy or rest[:1] in {":", "%", "/"})
    if behind:
        return amount.scaled or not amount.plain or amount.high >= 100  # noqa: PLR2004 - `9 al giorno`
    if floor and amount.start - floor < _CLOSE and _ALTERNATIVE.search(window):  # noqa: PLR2004
        return True
    if amount.scaled:
        return (amount.ranged and not folded[amount.end : amount.end + 2].lstrip(" ").isalpha()) or nearest_cue(
            window
        ).sense == PAY
    return False
