"""A tidy table: the answer to a question, with what a reader must know beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import pandas as pd

KINDS: Final = ("text", "key", "count", "share", "eur", "number", "level", "quotes")
"""Kinds of columns. `text`: shown as it stands. `key`: a code of the family `Column.name`, to be translated (see
`VOCABULARY`). `count`: ads. `share`: 0-1, or a difference of two shares. `eur`: EUR per hour. `number`: any other
amount; its unit stands in the columns `unit` and `currency`. `level`: skill level 0-3. `quotes`: a tuple of short
pieces of ads (at most 15 words each, contacts masked, untrusted text all the same)."""

HIDDEN: Final = "_hidden"
"""End of the name of the boolean column that tells which cells of a column are suppressed (and hold NaN or NA)."""


class Column(NamedTuple):
    """One column of a table."""

    name: str
    """Its name in the frame; for a `key`, also the family of codes."""
    kind: str
    """One of `KINDS`."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The answer to one question."""

    name: str
    """Name of the question; also the name of its file."""
    frame: pd.DataFrame
    """One row an item; besides `columns` it may hold `<name>_hidden` columns."""
    columns: tuple[Column, ...]
    """The columns to show, in order."""
    n: int
    """Ads that the table speaks of."""
    first: date
    """First day of publication counted."""
    last: date
    """Last day of publication counted."""
    notes: tuple[str, ...] = ()
    """Keys of `NOTES`: what must be said beside the table; the words files hold them in both languages."""
    of: int = 0
    """Ads in scope of which `n` state what the table tells; 0 where it speaks of all its ads, or that is hidden."""

    def __post_init__(self) -> None:
        missing = [column.name for column in self.columns if column.name not in self.frame]
        strange = [column.kind for column in self.columns if column.kind not in KINDS]
        if missing or strange:
            raise ValueError(f"table {self.name!r}: no column {missing} in its frame, or unknown kind {strange}")

    def hidden(self, name: str) -> pd.Series:
        """Return which cells of the column `name` are suppressed."""
        flag = f"{name}{HIDDEN}"
        if flag in self.frame:
            return self.frame[flag].astype(bool)
        return pd.Series(data=False, index=self.frame.index)


NOTES: Final[dict[str, str]] = {
    "ads_seen": "Ads seen on the sources visited, not the market; closed groups and apps are not in it.",
    "counted_once": "Reposts count once; one poster counts at most 3 times a month and label.",
    "small_hidden": "Cells of fewer than 5 ads are hidden, and others where a subtraction would give them away.",
    "ladder": "Under 5 ads nothing is shown, 5-9 only the range, 10-29 a median marked as indicative, from 30 on all.",
    "one_poster": "Where more than half of a group's ads are of one named poster, no amount is told.",
    "median_interval": "Exact 95 % order-statistic interval of the median; it does not exist for 5 ads or fewer.",
    "share_interval": "95 % interval (Wilson score) of the share among the ads seen.",
    "corrected": "The corrected share takes out the reader's measured errors; its interval holds both.",
    "corrected_by_sample": "The corrected share rests on ads drawn at random and labelled by hand (PPI++).",
    "not_corrected": "No measured errors of the reader were at hand: the shares are raw counts.",
    "corrected_together": "Corrected by the sum of the ads out of scope and undecided, which are hidden one by one.",
    "cannot_correct": "Raw counts: a correction needs 100 decided ads, and no hidden count that it would give away.",
    "average": "The average is over the last three periods together.",
    "midpoint": "A range counts with its middle; pay with one end only is counted apart.",
    "one_end": "Pay of which only one end is named: `from` is the lower end, `up to` the upper one; in no headline.",
    "hours_bands": "Hours a week as the ads state them; a range counts with its middle, a month spread over its weeks.",
    "below_upper_end": "Below: even the upper end of the pay is. Net pay is left out, since the yardsticks are gross.",
    "reader_errors": "On ads not learnt from. Missed: of the label, not given it; wrong: given it, of another.",
    "tiers_ab": "EUR per hour as stated by the hour (A) or worked out from the hours in the ad (B).",
    "tier_c": "Full time assumed (173.33 hours a month): a sensitivity figure, never mixed with the headline.",
    "series_apart": "Gross, net and unknown basis, and employee and freelance pay, are never pooled.",
    "own_units": "Pay by the piece, project or unknown hours is not turned into pay by the hour.",
    "left_out": "Groups of which nothing may be told, being too small, are left out.",
    "stated_pay": "Only ads that state pay; those who hide it may pay otherwise. No pay is imputed.",
    "benchmarks": "Yardsticks with source and date (data/rates); they are no minimum wage of freelance work.",
    "several_each": "An ad may count in several rows, so rows do not add up.",
    "sectors": "The sector is told by words of the ad; ads that name none are in no row.",
    "fees": "Money asked from the worker, as far as the words of the ads tell it: a floor, not corrected.",
    "fee_kinds": "An ad that asks money for several things counts once.",
    "fee_amounts": "Sums as stated, currencies apart, nothing converted; a range counts with its middle.",
    "quotes": "Quotes: at most 15 words, without names or contacts.",
    "compared": "Change in percentage points against the period before, of equal length, with its 95 % interval.",
    "mix_moves": "The mix of sources differs from period to period: a trend may be one of sources (see the coverage).",
    "mix_changed": "No comparison: the mix of sources of the two periods differs too much.",
    "no_previous": "No comparison: the period before holds no ads, or none was asked for.",
    "uncertain": "`uncertain` is the reader's refusal to decide, not a label of the ad.",
}
"""Keys of notes with their meaning in plain English."""

VOCABULARY: Final[dict[str, str]] = {
    "label": "classifier.labels: the four labels and `uncertain`; `total` for all.",
    "month": "`YYYY-MM`; `YYYY-Qn` or `YYYY` where the window is long.",
    "language": "`it`, `en`, `other`.",
    "source": "a source's name, as it stands; `other` for the smaller ones and companies' own sites together.",
    "stage": "reports.questions.funnel.STAGES.",
    "end": "reports.crosstabs.ENDS: `from_only`, `up_to_only`.",
    "rung": "reports.statistics.Rung: `hidden`, `one_poster`, `range`, `indicative`, `full`.",
    "basis": "`gross`, `net`, `unknown`.",
    "tier": "`A`, `B`, `C`.",
    "unit": "`hour`, `day`, `week`, `month`, `year`, `word`, `post`, `project`, `call`… of the frame's `pay_unit`.",
    "currency": "ISO 4217 code.",
    "skill": "id of data/skills/skills.json (`label_it`, `label_en`).",
    "area": "area of data/skills/skills.json.",
    "indicator": "id of the codebook's indicator (classifier.cues.INDICATORS[…].name[language]).",
    "benchmark": "id of an entry of data/rates/benchmarks.toml (reports.benchmarks: `label_it`, `label_en`).",
    "sector": "id of a sector of data/lexicons/sectors.toml (classifier.sectors: `label_it`, `label_en`).",
    "hours": "a band of hours a week: reports.groups.HOURS.",
    "pay_stated": "`stated`, `not_stated`.",
    "fee_kind": "classifier.candidate_fee.KINDS; `total` for all.",
}
"""Families of codes that `key` columns hold, and where their members stand."""
