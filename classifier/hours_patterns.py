"""Patterns of hours of work: RE2's, over folded text; `searched` tells which of them can be found in a text."""

from __future__ import annotations

from typing import Final

FILLER: Final = r"(?:di lavoro |lavorative |of work |work |effettive |medie |circa )?"
"""Between the hours and their period."""
BY: Final = r"(?:/|per |a |al |alla |each |every |ogni |an? |in a |in un[ao']? ?|su |nella |nel |the )?"
"""What binds hours and their period."""
_WORDS: Final = (
    "due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|sedici|diciotto|venti|ventiquattro|venticinque|"
    "trenta|trentadue|trentasei|trentotto|quaranta|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|"
    "eighteen|twenty(?:[- ]five)?|thirty(?:[- ](?:two|five|six|seven))?|forty"
)
STATED: Final = (
    rf"\b(?P<low>\d{{1,3}}(?:[.,]5)?|(?:{_WORDS})\b)(?: ?(?:-|/|to|a|ai|o|or|e) ?(?P<high>\d{{1,3}}|(?:{_WORDS})\b))? ?"
    r"(?P<plus>\+)? ?-?(?:hours?|hrs?|ore|h)\b\.? ?"
    rf"(?:\((?:full|part)[ -]time\) )?{FILLER}{BY}"
    r"(?P<period>days?\b|daily|giorn[oi]|giornat[ae]|giornalier[ei]|week|wk\b|settiman|month|mo\b|mes[ei]\b|mensil|"
    r"shift|turno|[1-7] giorni\b)"
)
"""`24 ore settimanali`, `three to five hours a week`."""
NAMED: Final = (
    r"\b(?P<period>weekly hours|hours per week|hours a week|orario settimanale|ore settimanali|ore a settimana|"
    r"monte ore settimanale|part[ -]time|full[ -]time|tempo pieno|tempo parziale|daily hours|ore giornaliere|"
    r"ore al giorno|turn[oi]|shifts?)"
    r"(?: di| da| of|:| \(|,|-)? ?(?:circa )?(?P<low>\d{1,3})(?: ?(?:-|/|to|a|o|or) ?(?P<high>\d{1,3}))?"
    r"(?P<plus>\+)? ?-?(?:hours?\b|hrs?\b|ore\b|h\b|\)|\n|$)"
)
"""`orario settimanale di 36 ore`, `part-time 20 ore`."""
_CLOCK: Final = r"(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?"
SPAN: Final = (
    r"((\b(?:dalle (?:ore )?|from |ore |orari[oi]?:? (?:di lavoro:? |fisso:? )?(?:dalle )?|shift:? |turno:? |"
    r"hours:? ))?"
    rf"\b{_CLOCK} ?(-|to|alle|a|until|till|/) ?{_CLOCK})(?:[^\d%€$£/]|$)"
)
"""`dalle 9 alle 18`: the whole, its lead, hour, minutes and half of the day, what joins, the same again."""
FULL: Final = r"\bfull[ -]?time\b|\btempo pieno\b"
"""Full time, without its hours."""
PART: Final = r"\bpart[ -]?time\b|\btempo parziale\b|\bfreelance\b"
"""Words beside which full time is not what is offered."""
CONTRACT: Final = (
    r"\b(?:ccnl|contratto)(?: \w{2,12}){0,3} (?:terziario|commercio|telecomunicazioni|tlc|metalmeccanic[oi]|"
    r"studi professionali)"
)
"""A collective agreement."""
DAYS: Final = (
    r"\b([1-7]|three|four|five|six|seven|tre|quattro|cinque|sei|sette) ?(?:-day|giorni|days?)(?: lavorativi)?"
    r"(?: a| alla| per| su| each| every|/)? ?(?:settimana|week|wk|7\b|sette)|\bsu ([1-7]) giorni"
)
"""A number of days a week."""
_MONDAY_TO: Final = r"\b(?:lun(?:edi)?|mon(?:day)?)s? ?(?:-|al|a|to|through|thru|/) ?"
SEVEN_DAYS: Final = rf"{_MONDAY_TO}(?:dom(?:enica)?|sun(?:day)?)\b"
"""Monday to Sunday."""
SIX_DAYS: Final = rf"{_MONDAY_TO}(?:sab(?:ato)?|sat(?:urday)?)\b|\bsabato compreso"
"""Monday to Saturday."""
FIVE_DAYS: Final = rf"{_MONDAY_TO}(?:ven(?:erdi)?|fri(?:day)?)\b|\bweekdays\b|\bgiorni feriali\b"
"""Monday to Friday."""
HALF_SATURDAY: Final = (
    r"\bsab(?:ato)? (?:solo |per )?(?:la )?mezza giornata\b|\bmezza giornata (?:di |il |al |nel )?sab(?:ato)?\b|"
    r"\bsab(?:ato)? pomeriggio (?:libero|chiuso|escluso)|\bhalf[ -]day (?:on )?sat(?:urday)?s?\b|"
    r"\bsat(?:urday)?s?:? (?:is |are |a |only )?half[ -]days?\b"
)
"""Half a day's work on Saturday."""

HOURS: Final = (STATED, NAMED, SPAN, FULL, PART, CONTRACT, DAYS, SEVEN_DAYS, SIX_DAYS, FIVE_DAYS, HALF_SATURDAY)
