"""The questions of the report, each one pure function in a file of its own: frame → tidy table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import pandas as pd

from reports.meta import Meta
from reports.questions.coverage import ask_coverage
from reports.questions.cues import ask_cues, ask_cues_by_language
from reports.questions.fees import ask_fee_amounts, ask_fee_kinds, ask_fees
from reports.questions.funnel import ask_funnel
from reports.questions.hours import ask_hours
from reports.questions.labels import ask_labels, ask_labels_by_language, ask_labels_by_month, ask_labels_by_source
from reports.questions.pay import (
    ask_pay,
    ask_pay_by_language,
    ask_pay_by_level,
    ask_pay_full_time,
    ask_pay_one_end,
)
from reports.questions.pay_against_skill import ask_pay_against_skill
from reports.questions.pay_stated import ask_pay_stated, ask_pay_stated_by_language
from reports.questions.pay_units import ask_pay_units
from reports.questions.reader_errors import ask_reader_errors
from reports.questions.skill_levels import ask_skill_levels
from reports.questions.skills import ask_sectors, ask_services, ask_skills, ask_skills_by_language
from reports.table import Table


class Question(NamedTuple):
    """A question and the function that answers it."""

    name: str
    """Name of the question and of its table."""
    ask: Callable[[pd.DataFrame, Meta], Table]
    """Pure: a frame with the columns of `reports.frames`, and the report's facts → the answer."""


QUESTIONS: Final = (
    Question("funnel", ask_funnel),
    Question("labels", ask_labels),
    Question("labels_by_month", ask_labels_by_month),
    Question("labels_by_source", ask_labels_by_source),
    Question("labels_by_language", ask_labels_by_language),
    Question("pay", ask_pay),
    Question("pay_by_level", ask_pay_by_level),
    Question("pay_by_language", ask_pay_by_language),
    Question("pay_against_skill", ask_pay_against_skill),
    Question("pay_full_time", ask_pay_full_time),
    Question("pay_one_end", ask_pay_one_end),
    Question("pay_units", ask_pay_units),
    Question("pay_stated", ask_pay_stated),
    Question("pay_stated_by_language", ask_pay_stated_by_language),
    Question("fees", ask_fees),
    Question("fee_kinds", ask_fee_kinds),
    Question("fee_amounts", ask_fee_amounts),
    Question("hours", ask_hours),
    Question("skill_levels", ask_skill_levels),
    Question("skills", ask_skills),
    Question("skills_by_language", ask_skills_by_language),
    Question("services", ask_services),
    Question("sectors", ask_sectors),
    Question("cues", ask_cues),
    Question("cues_by_language", ask_cues_by_language),
    Question("coverage", ask_coverage),
    Question("reader_errors", ask_reader_errors),
)
"""All questions in the order of the report."""
