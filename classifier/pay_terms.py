"""The terms beside an amount: gross or net, VAT, monthly payments a year, open ends, more on top."""

from __future__ import annotations

import re
from typing import Final

_GROSS: Final = frozenset("lordo lordi lorda lorde gross ral pre-tax fatturati fatturato ritenuta".split())
_NET: Final = frozenset("netto netti netta nette net puliti busta take-home".split())
_BASIS: Final = _GROSS | _NET
_GROSS_PHRASES: Final = (
    "before tax", "iva esclusa", "vat excluded", "+ iva", "+iva", "piu iva", "oltre iva", "oltre a iva", "plus vat",
    "+ vat", "+vat", "excl. vat", "excluding vat", "escl. iva", "ex vat",
)  # fmt: skip
_NET_PHRASES: Final = ("after tax", "take home", "in mano")
_VAT_OUT: Final = _GROSS_PHRASES[1:]
_VAT_IN: Final = ("iva inclusa", "iva compresa", "vat included", "including vat", "inc. vat", "incl. vat")
_MENSILITA: Final = re.compile(
    r"\b(?:x|per|su|in) ?(1[2-5])(?: ?mens(?:ilita|\.|ili)?)?\b|\b(1[2-5]) ?mensilita|\b(13)th month|\b(14)th month|"
    r"\b(tredici|quattordici) mensilita|\b(tredicesima)|\b(quattordicesima)"
)
_SPELLED: Final = {"tredici": 13, "tredicesima": 13, "quattordici": 14, "quattordicesima": 14}
_BONUS: Final = frozenset("bonus bonuses incentivo incentivi incentive incentives premio premi mbo ote equity".split())
_BONUS_STEMS: Final = ("bonus", "incentiv", "premi", "mbo", "ote", "equity")
_COMMISSION: Final = (
    "commission",
    "provv",
    "variabile",
    "per vendita",
    "per ogni vendita",
    "per sale",
    "per each sale",
    "su ogni vendita",
    "su ogni contratto",
)
_EXPENSES: Final = ("rimbors", "contributo spese", "reimburs", "expenses")
_ABOVE: Final = (
    *(f" {word}" for word in (
        "partire da|partire dai|partire dagli|parte da|parto da|partono da|partiamo da|from|start at|starts at|"
        "starting at|start from|"
        "starts from|starting from|starting rate|starting rate of|starting|starting pay|starting salary|"
        "starting wage|starts at [|"
        "minimo|minima|minimo di|minimo garantito|minimo garantito di|almeno|at least|minimum|minimum of|"
        "not less than|no less than|over|oltre|"
        "oltre i|piu di|more than|non meno di|retribuzione da|compenso da|stipendio da|paga da|tariffa da|"
        "offerta da|ral da|fisso da|fissa da"
    ).split("|")),
    ": da", ":da", "(da", ", da",
)  # fmt: skip
_BELOW: Final = tuple(
    f" {word}"
    for word in (
        "non piu di|fino a|fino ad|fino ai|sino a|sino ad|up to|upto|max|max.|max of|max di|maximum|maximum of|"
        "massimo|massima|"
        "massimo di|"
        "massimo disponibile|massima di|meno di|less than|under|sotto i|entro i|entro|non oltre|non oltre i|"
        "no more than|tetto|"
        "tetto massimo|tetto e|tetto di|tetto massimo di|capped at|cap of|not exceeding|non superiore a|"
        "not more than|raggiungere|raggiungere i|arrivare a|arrivare fino a|reach|below|al massimo"
    ).split("|")
)
_NOT_BELOW: Final = (" not less than", " no less than", " non meno di")
_LAST_BELOW: Final = frozenset(phrase.rpartition(" ")[2] for phrase in _BELOW)
_LAST_ABOVE: Final = frozenset(re.split(r"[ (:]", phrase)[-1] for phrase in _ABOVE)
_PLUS: Final = re.compile(
    r" ?\+{1,2}(?=$| ?(?:[/).,;\n\]|]|per\b|al\b|a (?:mese|month)\b|an? (?:hour|month|week|year)\b|l'ora|depending|"
    r"doe|based))|"
    r"[a-z' /]{0,9} (?:in su|e oltre|and up|or more|a salire|and above|onwards)\b"
)
_ENDS: Final = frozenset(("", ".", ". ", ".\n", "\n"))
"""Nothing of the same sentence stands behind."""
_ONWARD: Final = ("+", "in su", "oltre", "and up", "or more", "salire", "above", "onwards")
"""One of which stands in every match of `_PLUS`."""
_TO_START: Final = re.compile(r" (?:to start|starting(?: rate)?|start)\b")
_MAX_BEHIND: Final = re.compile(r" ?\(?(?:max\b|maximum|massim[oi]|al massimo|tops\b)")
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)?").findall
_TAIL: Final = 26


def words_of(around: str) -> list[str]:
    """Return the words around an amount, in order."""
    return _WORD(around)


def basis_of(around: str) -> str:
    """Return `gross`, `net` or `unknown` from what stands around an amount; where both stand, the first counts.

    >>> [basis_of(text) for text in ("1200 netti in busta", "250 € + iva", "8 € l'ora")]
    ['net', 'gross', 'unknown']
    """
    words = words_of(around)
    if not _BASIS.isdisjoint(words):
        return "gross" if next(word for word in words if word in _BASIS) in _GROSS else "net"
    if not ("iva" in around or "tax" in around or "vat" in around or "take" in around or "mano" in around):
        return "unknown"
    if _has(around, _NET_PHRASES):
        return "net"
    return "gross" if _has(around, _GROSS_PHRASES) else "unknown"


def vat_of(around: str) -> str:
    """Return `excluded`, `included` or `unknown` from the words around an amount."""
    if "iva" not in around and "vat" not in around:
        return "unknown"
    return "excluded" if _has(around, _VAT_OUT) else "included" if _has(around, _VAT_IN) else "unknown"


def mensilita_of(behind: str) -> int | None:
    """Return how many monthly payments a year are stated in the words behind an amount, or None.

    >>> mensilita_of(" lordi mensili per 13 mensilita"), mensilita_of(" x 14"), mensilita_of(" al mese")
    (13, 14, None)
    """
    if "1" not in behind and "dic" not in behind:
        return None
    told = "mens" in behind or "x" in behind or "th" in behind or "ces" in behind
    match = _MENSILITA.search(behind) if told else None
    if match is None:
        return None
    word = next(group for group in match.groups() if group)
    return _SPELLED.get(word) or int(word)


def has_bonus(around: str) -> bool:
    """Return whether a bonus is promised in the words beside an amount."""
    return _has(around, _BONUS_STEMS) and not _BONUS.isdisjoint(words_of(around))


def has_commission(around: str) -> bool:
    """Return whether a commission is promised beside an amount."""
    return _has(around, _COMMISSION)


def is_expenses(window: str) -> bool:
    """Return whether the words before an amount speak of expenses that are paid back."""
    return _has(window, _EXPENSES)


def bounds(
    folded: str, low: float, high: float, window: str, ends: tuple[int, int], *, in_line: bool = False
) -> tuple[float | None, float | None]:
    """Return (lower, upper) end, None where open; `ends` are behind the amount and behind its unit.

    In the pay line (`in_line`) `to start` behind an amount leaves it open above; in running text it only says when.

    >>> text = "fino a 2.000€ al mese"
    >>> bounds(text, 2000.0, 2000.0, "fino a ", (13, 21))
    (None, 2000.0)
    """
    plus = _is_plus(folded, ends)
    if low != high:
        return (low, None) if plus else (low, high)
    before = f" {window[-_TAIL:].rstrip(' :')}"
    last = before.replace("(", " ").replace(":", " ").rpartition(" ")[2]
    if last in _LAST_BELOW and not before.endswith(_NOT_BELOW) and before.replace("(", " ").endswith(_BELOW):
        return None, high
    if _MAX_BEHIND.match(folded, ends[1]):
        return None, high
    above = last in _LAST_ABOVE and (before.endswith(_ABOVE) or before == " da")
    if plus or above or (in_line and _TO_START.match(folded, ends[1])):
        return low, None
    return low, high


def _is_plus(folded: str, ends: tuple[int, int]) -> bool:
    """Return whether `+`, `in su` or the like stands behind an amount or its unit."""
    behind = folded[ends[1] : ends[1] + 2]
    if (behind in _ENDS and "+" not in folded[ends[0] : ends[1]]) or not _has(
        folded[ends[0] : ends[1] + _TAIL], _ONWARD
    ):
        return False
    return bool(_PLUS.match(folded, ends[0]) or _PLUS.match(folded, ends[1]))


_TELLING: Final = (
    _BASIS | _BONUS
    | frozenset(
        "da dai dagli from start starts starting minimo minima almeno least minimum more less than over oltre piu meno "
        "up upto fino sino max maximum massimo massima massimi under sotto entro tetto capped cap exceeding superiore "
        "raggiungere arrivare reach below su salire above onwards tops partire take mano".split()
    )
)  # fmt: skip
"""Words one of which stands in every term of gross and net, of a bonus and of open ends, save those with the parts
that `is_silent` looks for."""


def is_silent(around: str, before: list[str], behind: str) -> bool:
    """Return whether nothing `around` an amount tells of gross or net, VAT, open ends, a commission or a bonus.

    `before` are the words before it, `behind` is what stands behind. Asked first, since most say nothing: then the
    functions that look for each would find nothing.

    >>> is_silent("di | l'ora", ["di"], " l'ora"), is_silent("di | lordi", ["di"], " lordi")
    (True, False)
    """
    return _TELLING.isdisjoint(before) and _TELLING.isdisjoint(words_of(behind)) and not (
        "+" in around or "iva" in around or "vat" in around or "tax" in around or "commission" in around
        or "provv" in around or "variabil" in around or "vendita" in around or "sale" in around or "su ogni" in around
    )  # fmt: skip


def _has(around: str, phrases: tuple[str, ...]) -> bool:
    for phrase in phrases:  # noqa: SIM110 - quicker than any(), and asked of every amount
        if phrase in around:
            return True
    return False
