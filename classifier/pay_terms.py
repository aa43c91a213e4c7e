"""The terms beside an amount: gross or net, VAT, monthly payments a year, open ends, more on top."""

from __future__ import annotations

import re
from typing import Final

_GROSS: Final = re.compile(
    r"\b(?:lord[oaie]|gross|ral|before tax|pre-tax|(?:piu|oltre(?: a)?|plus|escl(?:usa|\.)?) ?(?:iva|vat)|(?:iva|vat) (?:esclusa|"
    r"excluded)|excl\.? vat|fatturat[oi]|ritenuta)\b|\+ ?(?:iva|vat)\b"
)
_NET: Final = re.compile(
    r"\b(?:nett[oaie]|net(?! \d)|in busta|busta paga|puliti|take-home|take home|after tax|in mano)\b"
)
_VAT_OUT: Final = re.compile(
    r"(?:\+|piu|oltre|plus|escl(?:usa|\.)?|excluding|ex|excl\.?) ?(?:iva|vat)\b|(?:iva|vat) (?:esclusa|excluded)"
)
_VAT_IN: Final = re.compile(r"(?:iva|vat) (?:inclusa|compresa|included)|(?:including|incl?\.?) vat")
_MENSILITA: Final = re.compile(
    r"\b(?:x|per|su|in) ?(1[2-5])(?: ?mens(?:ilita|\.|ili)?)?\b|\b(1[2-5]) ?mensilita|\b(tredici|quattordici) mensilita|"
    r"\b(13)th month|\b(14)th month|\b(tredicesima)|\b(quattordicesima)"
)
_SPELLED: Final = {"tredici": 13, "tredicesima": 13, "quattordici": 14, "quattordicesima": 14}
_BONUS: Final = re.compile(r"\b(?:bonus(?:es)?|incentiv[oie]s?|premi[oa]?|mbo|ote|equity)\b")
_COMMISSION: Final = re.compile(
    r"\b(?:commissions?|provvigion[ei]|provvigional[ei]|per vendita|per sale|su ogni (?:vendita|contratto)|variabile)\b|\bprovv\."
)
_EXPENSES: Final = re.compile(r"\b(?:rimbors[oi]|reimburse[a-z]{0,5}|expenses)\b")
_ABOVE: Final = re.compile(
    r"(?:\bpartire da(?:i|gli)?|\bpart[eiao]n?o? da|\bfrom|\bstart(?:s|ing)? (?:(?:at|from|rate(?: of)?|pay:|salary:|wage:) ?\[?|)|\bminim[oa](?: garantit[oa])?(?: di)?|\balmeno|"
    r"\bat least|\bminimum(?: of)?|\bnot less than|\bover|\boltre(?: i)?|\bpiu di|\bmore than|\bnon meno di|(?:^|[:(,]|\bretribuzione|"
    r"\bcompenso|\bstipendio|\bpaga|\btariffa|\bofferta) ?da) ?$"
)
_BELOW: Final = re.compile(
    r"\b(?:fino ad?|fino ai|sino ad?|up ?to|max\.?(?: of| di)?|maximum(?: of)?|massim[oa](?: di| disponibile)?|meno di|less than|under|"
    r"sotto i|entro i|non oltre i?|no more than|tetto(?: massimo)?(?: e| di)?|capped at|cap of|not exceeding|non superiore a|"
    r"not more than|below|al massimo):? ?$"
)
_PLUS: Final = re.compile(
    r" ?\+{1,2}(?=$| ?(?:[/).,;\n\]|]|per\b|al\b|a (?:mese|month)\b|an? (?:hour|month|week|year)\b|l'ora|depending|doe|based))|"
    r"[a-z' /]{0,9} (?:in su|e oltre|and up|or more|a salire|and above|onwards)\b"
)
_MAX_BEHIND: Final = re.compile(r" ?\(?(?:max\b|maximum|massim[oi]|al massimo|tops\b)")


def basis_of(around: str) -> str:
    """Return `gross`, `net` or `unknown` from the words around an amount; where both stand, the first counts.

    >>> basis_of("1200 netti in busta"), basis_of("250 € + iva"), basis_of("8 € l'ora")
    ('net', 'gross', 'unknown')
    """
    gross, net = _GROSS.search(around), _NET.search(around)
    if gross and net:
        return "gross" if gross.start() < net.start() else "net"
    if gross or net:
        return "gross" if gross else "net"
    return "unknown"


def vat_of(around: str) -> str:
    """Return `excluded`, `included` or `unknown` from the words around an amount."""
    if _VAT_OUT.search(around):
        return "excluded"
    return "included" if _VAT_IN.search(around) else "unknown"


def mensilita_of(behind: str) -> int | None:
    """Return how many monthly payments a year are stated in the words behind an amount, or None.

    >>> mensilita_of(" lordi mensili per 13 mensilita"), mensilita_of(" x 14"), mensilita_of(" al mese")
    (13, 14, None)
    """
    match = _MENSILITA.search(behind)
    if match is None:
        return None
    word = next(group for group in match.groups() if group)
    return _SPELLED.get(word) or int(word)


def has_bonus(around: str) -> bool:
    """Return whether a bonus is promised beside an amount."""
    return _BONUS.search(around) is not None


def has_commission(around: str) -> bool:
    """Return whether a commission is promised beside an amount."""
    return _COMMISSION.search(around) is not None


def is_expenses(window: str) -> bool:
    """Return whether the words before an amount speak of expenses that are paid back."""
    return _EXPENSES.search(window) is not None


def bounds(
    folded: str, low: float, high: float, window: str, ends: tuple[int, int]
) -> tuple[float | None, float | None]:
    """Return (lower, upper) end, None where open; `ends` are behind the amount and behind its unit.

    >>> text = "fino a 2.000€ al mese"
    >>> bounds(text, 2000.0, 2000.0, "fino a ", (13, 21))
    (None, 2000.0)
    """
    plus = any(_PLUS.match(folded, end) for end in ends)
    if low != high:
        return (low, None) if plus else (low, high)
    if _BELOW.search(window) or _MAX_BEHIND.match(folded, ends[1]):
        return None, high
    if plus or _ABOVE.search(window):
        return low, None
    return low, high
