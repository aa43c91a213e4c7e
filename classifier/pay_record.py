"""The record of one statement of pay."""

from __future__ import annotations

from typing import NamedTuple

from classifier.candidate_fee import CandidateFee


class Pay(NamedTuple):
    """One statement of pay, as the ad makes it: nothing is converted, and what is not stated is None."""

    raw: str
    """The words as they stand in the text; where only the fields state pay, theirs, with `start` and `end` 0."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    min: float | None
    """Lower end in `currency` (in percent where `unit` is `percent`); None when open or not stated."""
    max: float | None
    """Upper end; None when open or not stated."""
    currency: str | None
    """ISO 4217 code; None when neither the text nor its language tells it."""
    unit: str | None
    """What is paid for: `hour`, `day`, `half_day`, `week`, `fortnight`, `half_month`, `month`, `year`, `shift`,
    `project`, `percent`, a piece's noun (`word`, `page`, `post`, `call`, …, else `piece`); None when not stated."""
    kind: str
    """`time`, `piece`, `project`, `commission`, `expenses`; `none` where the ad says that it states no pay."""
    basis: str
    """`gross`, `net` or `unknown`."""
    currency_source: str | None = None
    """Where `currency` comes from: `symbol`, `text`, `language`, `site` (the ad's fields)."""
    vat: str = "unknown"
    """`excluded`, `included` or `unknown`."""
    mensilita: int | None = None
    """Monthly payments a year (13, 14) where stated."""
    commission: bool = False
    """True where a commission comes on top."""
    bonus: bool = False
    """True where a bonus comes on top."""
    candidate_fee: CandidateFee | None = None
    """Money asked from the worker (kit, deposit, enrolment): never pay, a red flag."""
    source: str = "text"
    """`text`, `pay_line` (the ad's pay heading) or `base_salary` (the ad's fields)."""
    reasons: tuple[str, ...] = ()
    """Why it was read so, in short English words."""
