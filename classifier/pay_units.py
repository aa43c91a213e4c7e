"""What an amount is paid for: hours, months, words, calls, a whole project; read beside the amount."""

from __future__ import annotations

import re
from typing import Final

from classifier.pay_unit_words import PIECE_WORDS, UNIT_WORDS


class Unit:
    """A unit beside an amount."""

    __slots__ = ("end", "loose", "name")

    def __init__(self, name: str, end: int, *, loose: bool) -> None:
        self.name: str = name
        """The unit."""
        self.end: int = end
        """Offset behind the unit."""
        self.loose: bool = loose
        """True when the word stands without a preposition or slash."""


_FILLER: Final = (
    r"(?:[ ,]{0,2}(?:nett[oaie]|lord[oaie]|gross|net|fiss[oiae]|circa|base|pay|salary|flat|max|massim[oi]|minim[oi]|"
    r"puliti|compenso|paga|retribuzione|starting|take-home|take home|before tax|after tax|pre-tax|"
    r"(?:\+|piu|oltre|plus) ?iva|iva (?:esclusa|inclusa|compresa)|in busta(?: paga)?|omnicomprensiv[oi]|complessiv[oi]|"
    r"stipend|retainer|usd|eur|gbp|php|aud|cad|inr|cash|only|fixed|\+)){0,3}"
)
_IN_WORDS: Final = r"(?: ?\([a-z]{4,40}(?:/\d\d)?\))?"
"""The amount again in words: `250€ (duecentocinquanta/00) per progetto`."""
_PREPOSITION: Final = (
    r"(?:(?:/{1,2} ?|\\/|p/|(?:in un |in a |x |per |for |dell'|all'|l')|(?:per|al|alla|allo|ad|a|an|ogni|each|every|"
    r"one|por|cad|del|for|la|il|su|x|di) )"
    r"(?:ogni |each |every |one |singol[oa] |un |una |a |an |full |single |all'|l'|al |il |la |the |per |"
    r"[a-z]{3,10}ed )?)"
)
_COUNTED: Final = (
    "words|parole|righe|rows|records?|images|immagini|foto|photos|pictures|captchas|entries|products|prodotti|schede|items|articles|articoli|posts?|"
    "leads?|contatti|contacts|emails?|pages|pagine"
)
_AFTER: Final = re.compile(
    rf"{_IN_WORDS}{_FILLER}[ (\[,]{{0,2}}({_PREPOSITION})?(mezza giornata|half[ -]day|two weeks|2 weeks|"
    rf"due settimane|2 settimane|primo mese|first month|"
    rf"(?:bi|semi)-(?:weekly|monthly)|p\.[ah]\.?|"
    rf"(?:\d{{1,3}}[.,]?\d{{3}}|\d{{2,3}}) (?:correct |valid )?(?:{_COUNTED})\b|"
    rf"[a-z]{{1,16}})"
).match
_NEVER: Final = frozenset(("", *".;:!?\n)-"))
"""Right behind an amount: no unit follows."""
_USUAL: Final = re.compile(r" ?(?:(?:/ ?|per |an? |al |alla |l['\s]|all['\s]|ad )([a-z]{1,16})\b|([a-z]{3,})\b)").match
"""How a unit mostly stands, else the word that follows; tried first, being quick."""
_SPECIAL: Final = {
    "mezza giornata": "half_day", "half day": "half_day", "half-day": "half_day", "two weeks": "fortnight",
    "2 weeks": "fortnight", "due settimane": "fortnight", "2 settimane": "fortnight", "bi-weekly": "fortnight",
    "semi-monthly": "half_month", "semi-weekly": "week", "bi-monthly": "half_month", "p.a.": "year", "p.a": "year",
    "primo mese": "month", "first month": "month", "p.h.": "hour", "p.h": "hour",
}  # fmt: skip
ALWAYS: Final = frozenset(
    "hourly orario oraria orari orarie daily giornaliero giornaliera giornalieri giornaliere weekly settimanale "
    "settimanali"
    " monthly mensile mensili yearly annual annually annuo annua annui annue annuale annuali biweekly fortnightly "
    "mese ora"
    " pm pcm hr ph hour month mo h week year anno gg day semimonthly p.a. pa".split()
)
"""Words that need no preposition."""

_LEADING: Final = ALWAYS.union(
    "per for dell all alla allo ogni each every one por cad del mezza half two due primo first semi".split()
)
"""Words of three letters and more that may stand first behind an amount where a unit follows, but for fillers."""
_FILLERS: Final = tuple(
    "nett lord gross net fiss circa base pay salary flat max massim minim puliti compenso paga retribuzione starting "
    "take before after pre piu oltre plus iva omnicomprensiv complessiv stipend retainer usd eur gbp php aud cad inr "
    "cash only fixed".split()
)
"""Beginnings of words that may stand between an amount and its unit."""


def unit_behind(folded: str, place: int) -> Unit | None:
    """Return the unit that stands right behind `place`, or None.

    >>> unit = unit_behind("12 € netti l'ora", 4)
    >>> unit.name, unit.end, unit.loose
    ('hour', 16, False)
    """
    if folded[place : place + 1] in _NEVER:
        return None
    match = _USUAL(folded, place)
    if match:
        told, word = match.groups()
        name = UNIT_WORDS.get(told) if told else None
        if name:
            return Unit(name, match.end(), loose=False)
        if word and word not in _LEADING and not word.startswith(_FILLERS):
            return _described(folded, place)
    match = _AFTER(folded, place)
    if match is None:
        return _described(folded, place)
    preposition, word = match.groups()
    name = _SPECIAL.get(word) or ("piece" if word[0].isdigit() else None)
    if name is None:
        name = UNIT_WORDS.get(word) if preposition or word in ALWAYS else None
        if name is None or folded[match.end() : match.end() + 1].isalnum():
            return _described(folded, place)
    return Unit(name, match.end(), loose=not preposition)


_EACH: Final = re.compile(r" (?:(?:l'un[oa]|each|apiece|cadaun[oa])\b(?! [a-z])|for each (?:that|which)\b)")
_EACH_BEGINS: Final = tuple(f" {word}" for word in "l'un each apiece cadaun for per every ogni".split())
_DESCRIBED: Final = re.compile(
    r" (?:for |per )?(?:each|every|ogni|per) (?:[a-z]{3,12}|\d{1,3}[.,]?\d{0,3}-word)(?: |-)([a-z]{3,16})\b"
    r"(?! (?:mail|and|e)\b)"
)


def _described(folded: str, place: int) -> Unit | None:
    """Return the piece behind a word that describes it: `per landing page`, `for each finished video`, `l'una`."""
    if not folded.startswith(_EACH_BEGINS, place):
        return None
    each = _EACH.match(folded, place)
    if each:
        return Unit("piece", each.end(), loose=False)
    match = _DESCRIBED.match(folded, place)
    name = PIECE_WORDS.get(match.group(1)) if match else None
    return Unit(name, match.end(), loose=False) if match and name else None


_BEFORE: Final = re.compile(
    r"\b(orari[oae]?|first month|primo mese|"
    r"l'ora|all'ora|per hour|an hour|hourly|mensil[ei]|al mese|ogni mese|per month|monthly|"
    r"giornalier[oaie]|"
    r"al giorno|a giornata|per day|daily|settimanal[ei]|a settimana|per week|weekly|annu[oaie]|annual[ei]?|yearly|"
    r"all'anno|per year|p\.a\.|per annum|ral|bi-?weekly|"
    r"(?:per ogni|for each|for every|ad?|per|ogni|each|every) (?:[a-z]{3,12}))\b"
)
_WORDS: Final = re.compile("[a-z]+")
_UNIT_NAMES: Final = frozenset((*UNIT_WORDS, "ral", "p"))
"""In every unit that stands before an amount one of these words stands; `p` is that of `p.a.`."""
_HOURS_OF: Final = re.compile(r"\b(?:ore|hours?|hrs|h|days|giorni|volte|times|contratto|contract|incarico) $")
_FREQUENCY: Final = re.compile(
    r"(?:pagament[oi]|pagat[oaie]|saldo|fattur[a-z]{0,8}|payments?|paid|payouts?|invoiced?|bonific[oi]|liquidazione|"
    r"versat[oi])"
    r" [a-z ]{0,12}$"
)
_NO_UNIT: Final = re.compile(r" of | ?(?:payments?|payouts?) (?:by|via|through|on|above|over)\b")
"""Behind a word of time: `a week of content`, `weekly payment by bank above 500` tell no unit of pay."""


def unit_before(window: str, words: list[str] | None = None) -> str | None:
    """Return the unit named last in `window`, before an amount; how often it is paid does not count.

    `words` are those of `window`, where they are known already; `hourly-paid` may be one of them.

    >>> unit_before("stipendio mensile netto: "), unit_before("pagamento mensile, ")
    ('month', None)
    """
    found = None
    if words is None or "-" in window:
        words = _WORDS.findall(window)
    if _UNIT_NAMES.isdisjoint(words) and "per ogni" not in window and "for e" not in window:
        return None
    for match in _BEFORE.finditer(window):
        word = match.group(1)
        if word == "ral":
            name: str | None = "year"
        else:
            last = word.rsplit(" ", 1)[-1].rsplit("'", 1)[-1]
            name = UNIT_WORDS.get(last)
            if " " in word and name == "sale":
                name = None
        if name is None and word.startswith(("per ogni ", "for each ", "for every ")):
            name = "piece"
        before, behind = window[: match.start()], window[match.end() :]
        hours_of_work = _HOURS_OF.search(before) and not behind.startswith(":")
        if name and not hours_of_work and not _FREQUENCY.search(before) and not _NO_UNIT.match(behind):
            found = name
    return found


_PROJECT_LEFT: Final = re.compile(
    r"\b(?:budget|preventivo|prezzo fisso|forfa?it|forfettari[oa]|forfetari[oa]|una tantum|one-off|one off|one-time|"
    r"fixed|flat|"
    r"fixed-price|total|totale|project|progetto|lump sum|a corpo|"
    r"complessiv[oa])\b"
)
_PROJECT_RIGHT: Final = re.compile(
    r"[ (,]{0,2}(?:[+] iva |iva (?:inclusa|compresa|esclusa) |[a-z]{2,12} )?(?:fixed|fix\b|fisso totale|"
    r"budget fisso|fixed budget|flat|total\b|total[ei]\b|totale pagato|pagati in totale|"
    r"in totale|in tutto|per tutto|tutto compreso|tutto incluso|all in\b|all-in|one-off|one off|una tantum|a corpo|"
    r"forfa?it|"
    r"per (?:l'intero|tutto il|il|un|questo|la|ogni singolo) (?:lavoro|progetto|incarico|servizio|consulenza)|"
    r"a progetto|for the (?:whole|entire|full|complete|job|project|file|work)|per \d{1,2} mesi di|omnicomprensiv|"
    r"complessiv|"
    r"for everything|for (?:the|this) (?:set|lot|batch|series)\b|for (?:all|both|it)\b|"
    r"(?:paid )?on delivery|(?:pagat[oi] )?alla consegna|"
    r"for this (?:project|job|task))"
)


def is_project(window: str, folded: str, place: int) -> bool:
    """Return whether the words before (`window`) or behind `place` tell of one sum for the whole work."""
    return bool(_PROJECT_LEFT.search(window) or _PROJECT_RIGHT.match(folded, place))


_NOUN: Final = re.compile(r" ?(?:(/|per ogni|ogni|per|each|every) ?|(ad?) )([a-z]{4,16})\b")
_NO_NOUN: Final = frozenset(
    "partire seconda titolo base fronte carico parte favore iniziare start testa contratto settembre gennaio "
    "dicembre luglio chi questo questa tutto tutta tutti fattura ritenuta persona person candidate candidato prova "
    "this that your each dodici tredici quattordici quindici".split()
)


def piece_behind(folded: str, place: int) -> bool:
    """Return whether a noun that we do not know is paid by the piece right behind `place`: `22 € a lingua`."""
    match = _NOUN.match(folded, place)
    if match is None:
        return False
    word = match.group(3)
    return word not in _NO_NOUN and not (match.group(2) and word.endswith(("are", "ere", "ire")))
