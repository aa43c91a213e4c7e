"""A frame of invented readings, the same each time, for tests of what is shown."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pandas as pd

from reports.frames import COLUMNS, validate
from reports.meta import Meta

LABELS = ("genuine_freelance", "disguised_employment", "open_employment", "out_of_scope", "uncertain")
RATES = {"genuine_freelance": 24.0, "disguised_employment": 7.0, "open_employment": 13.0}
SKILLS = {
    "genuine_freelance": ["adm.email", "adm.calendar", "sm.management", "ct.copy", "adm.research"],
    "disguised_employment": ["de.entry", "cc.outbound", "adm.email", "de.copypaste"],
    "open_employment": ["adm.docs", "adm.spreadsheet", "cc.phone"],
}
CUES = {
    "genuine_freelance": [("own_schedule", "organizzi tu il tuo tempo"), ("method_autonomy", "you choose the tools")],
    "disguised_employment": [("fixed_hours", "dal lunedì al venerdì, 9-18"), ("time_tracking", "timesheet ogni sera")],
    "open_employment": [("staff_vocabulary", "posizione aperta in organico")],
}


def make_frame(rows: int = 420, *, text: str = "", seed: int = 7) -> pd.DataFrame:
    """Return `rows` invented readings over six months; `text`, when given, stands in every field of ads' own words."""
    dice = random.Random(seed)
    values = [_row(number, dice, text) for number in range(rows)]
    frame = pd.DataFrame(values, columns=[column.name for column in COLUMNS])
    frame["skill_level"] = frame["skill_level"].astype("Int64")
    frame["duplicate_of"] = frame["duplicate_of"].astype("Int64")
    return validate(frame)


def _row(number, dice, text):
    label = dice.choices(LABELS, [30, 34, 20, 10, 6])[0]
    rate = round(RATES.get(label, 0) * dice.uniform(0.7, 1.4) * 2) / 2 if dice.random() < 0.6 else 0
    low, high = (rate, rate + dice.choice([0, 0, 2])) if rate else (None, None)
    skills = [skill for skill in SKILLS.get(label, []) if dice.random() < 0.5]
    cues = [cue for cue in CUES.get(label, []) if dice.random() < 0.6]
    return {
        "ad_id": number + 1, "source": text or dice.choice(["annunci.esempio.test", "remotive", "jobicy"]),
        "url": f"https://annunci.esempio.test/{number}", "title": text or f"Assistente {number}",
        "hiring_organization": text + str(number) if text else f"Studio {number % 130}", "attribution": text,
        "date": pd.Timestamp(date(2026, 5, 3) + timedelta(days=dice.randrange(180))),
        "language": dice.choice(["it", "it", "en"]), "label": label, "confidence": round(dice.uniform(0.5, 1), 3),
        "pay_min": low, "pay_max": high, "currency": "EUR" if rate else "", "pay_unit": "hour" if rate else "",
        "pay_kind": "time" if rate else "", "basis": dice.choice(["unknown", "unknown", "gross"]),
        "eur_min": low, "eur_max": high, "tier": dice.choice("AAB") if rate else "",
        "skill_level": dice.choice([0, 1, 1, 2, 2, 3]), "skills": skills, "indicators": [cue for cue, _ in cues],
        "evidence": [{"indicator": cue, "text": text or quote, "direction": label, "weight": 1.0} for cue, quote in cues],
        "duplicate_of": None, "status": "open", "in_reports": True,
    }  # fmt: skip


def make_facts(**changes) -> Meta:
    """Return the facts of a report on `make_frame`."""
    facts = {
        "title": "", "author": "", "sample": False, "first": date(2026, 5, 3), "last": date(2026, 10, 29),
        "stages": {"stored": 612, "in_search": 480}, "model": "0123456789abcdef0123",
        "confusion": ((90, 6, 2, 2), (5, 80, 4, 1), (2, 4, 92, 2), (3, 1, 2, 94)),
        "rates_first": "2026-05-04", "rates_date": "2026-10-29",
        "versions": {"verava": "0.1.0", "pandas": "3.1.1"},
    }  # fmt: skip
    return Meta(**(facts | changes))
