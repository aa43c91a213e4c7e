"""Money that an ad asks from the worker: what for, and how much. It is never pay, and never taken off pay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from classifier.pay_amounts import Amount, find_amounts
from classifier.pay_lexicon import Cue as Word
from classifier.pay_lexicon import words_of
from classifier.pay_patterns import ASKED
from classifier.searched import searched

if TYPE_CHECKING:
    from classifier.cue import Cue

INDICATOR: Final = "fee_to_start"
"""The codebook's indicator of ads that ask money from the worker."""
KINDS: Final = ("deposit", "kit", "training", "registration", "other")
"""What the money is asked for; of several words the first of these tells. `other` where no word does."""

_KIND: Final = {
    "deposit": re.compile(r"\b(?:cauzion|caparr|deposit)"),
    "kit": re.compile(r"\b(?:kit|pack|pacchetto|starter|set|softwares?|materiale?)\b"),
    "training": re.compile(r"\b(?:cors[oi]|formazione|training|certification|certificazione|course|academy|class)\b"),
    "registration": re.compile(
        r"\b(?:iscri|registra|enrol|adesione|attivazione|affiliazione|ingresso|activation|join|sign-?up|signup|"
        r"application|processing|onboarding|membership|account|profilo|platform|quota\b)"
    ),
}
_REACH: Final = 30
"""Characters before the telling word, and behind the sum, in which the thing asked for may be named."""
_GAP: Final = 4
"""Words between the telling word and the sum, at most."""
_PHRASES: Final = re.compile(ASKED)
_DENIED: Final = re.compile(r"\b(?:no|non|nessun[oa]?|senza|without|never|not)\b[^.;,\n]{0,16}$")
_SUM: Final = 24
"""Characters behind such words in which the sum may stand."""
_OTHERWISE: Final = re.compile(r"\bquota (?:orari|di mercato)|\b(?:we|i|they|it) (?:pay|cover|refund)\b|\bpaghiamo\b")
"""A rate by the hour, and what the client pays."""


class CandidateFee(NamedTuple):
    """Money that an ad asks from the worker, as the ad states it: nothing is converted."""

    kind: str
    """One of `KINDS`."""
    start: int
    """Offset of the first character of what tells it."""
    end: int
    """Offset behind the last character."""
    min: float | None = None
    """Lower end in `currency`; None where no sum is stated."""
    max: float | None = None
    """Upper end; None where no sum is stated."""
    currency: str | None = None
    """ISO 4217 code; None where no sum is stated."""


def fee_of(folded: str, amount: Amount, window: str, word: Word) -> CandidateFee | None:
    """Return what `amount` asks from the worker; None where the telling `word` stands too far off to be about it.

    `window` are the words before the sum in its sentence, `word` the one that `pay_context.judge` found.
    """
    before = words_of(window)
    last = word.words.rpartition(" ")[2]
    if word.gap == 0 and before[-1:] != [last]:  # it stands behind the sum
        told = folded[amount.end : folded.find(word.words, amount.end) + len(word.words)]
        kind = _kind(told)
        return _fee(kind, amount) if kind else None
    place = window.rfind(last)
    between = window[place + len(last) :]
    around = window[max(0, place - _REACH) :]
    if word.gap > _GAP or "," in between or _OTHERWISE.search(around):
        return None
    behind = folded[amount.end : amount.end + _REACH]
    return _fee(_kind(between) or _kind(around) or _kind(behind) or "other", amount)


def asked_fee(stated: CandidateFee | None, cues: Iterable[Cue], folded: str) -> CandidateFee | None:
    """Return the fee an ad asks: the sum it states, else what a cue or a phrase names; None where it asks none."""
    if stated is not None:
        return stated
    for cue in cues:
        if cue.indicator == INDICATOR and not cue.negated:
            return CandidateFee(_kind(cue.text.casefold()) or "other", cue.start, cue.end)
    if ASKED not in searched(folded).standing:
        return None
    for found in _PHRASES.finditer(folded):
        if not _DENIED.search(folded, max(0, found.start() - _REACH), found.start()):
            return _with_sum(CandidateFee(str(found.lastgroup), *found.span()), folded)
    return None


def _with_sum(fee: CandidateFee, folded: str) -> CandidateFee:
    """Return `fee` with the first sum that stands in its words or right behind them."""
    words = re.split(r"[.;\n](?!\d)", folded[fee.start : fee.end + _SUM], maxsplit=1)[0]
    sums = [amount for amount in find_amounts(words) if amount.currency and not amount.percent]
    return fee._replace(min=sums[0].low, max=sums[0].high, currency=sums[0].currency) if sums else fee


def _kind(words: str) -> str | None:
    return next((kind for kind, pattern in _KIND.items() if pattern.search(words)), None)


def _fee(kind: str, amount: Amount) -> CandidateFee:
    return CandidateFee(kind, amount.start, amount.end, amount.low, amount.high, amount.currency)
