"""Believable frames, made up: no ad of any real site."""

import numpy as np
import pandas as pd

from classifier.labels import LABELS, UNCERTAIN
from crawler.ad import Ad
from crawler.store import open_store
from reports.frames import validate
from reports.meta import Meta

SOURCES = ("bacheca.esempio.test", "annunci.esempio.test", "jobs.example.test", "lavoro.esempio.test")
SKILLS = ("adm.email", "adm.calendar", "adm.travel", "cc.chat", "sm.posting", "ct.blog", "de.entry", "bk.invoicing")
SECTORS = ("ecommerce", "legal", "coaching", "real_estate")
CUES = {
    "genuine_freelance": ("own_schedule", "multiple_clients_ok", "part_time_few_hours", "method_autonomy"),
    "disguised_employment": (
        "fixed_hours",
        "exclusivity",
        "client_sets_wage",
        "full_time_load",
        "time_tracking",
    ),
    "open_employment": ("declared_employment", "fixed_hours", "staff_vocabulary"),
    "out_of_scope": ("mlm_task_scam",),
    UNCERTAIN: ("staff_vocabulary",),
}
QUOTES = (
    "orari liberi, conta il risultato",
    "dal lunedì al venerdì 9-18",
    "you choose when you work",
    "esclusiva richiesta",
)
PAY = {
    "genuine_freelance": 21.0,
    "disguised_employment": 6.5,
    "open_employment": 11.5,
    "out_of_scope": 4.0,
    UNCERTAIN: 9.0,
}
CONFUSION = ((222, 14, 8, 6, 10), (10, 191, 14, 9, 10), (6, 12, 160, 4, 10), (5, 9, 3, 145, 5))


def make_frame(n=1200, *, seed=7, first="2026-05-01", days=180, weights=(0.3, 0.3, 0.2, 0.12, 0.08), sources=SOURCES):
    """Return a validated frame of `n` invented readings over `days` days from `first`."""
    rng = np.random.default_rng(seed)
    labels = rng.choice([*LABELS, UNCERTAIN], n, p=weights)
    pay = np.array([PAY[label] for label in labels]) * rng.lognormal(0, 0.35, n)
    pay = np.round(pay * 2) / 2
    wide = np.where(rng.random(n) < 0.3, 1.25, 1.0)
    stated = rng.random(n) < 0.55
    piece = stated & (rng.random(n) < 0.1)
    hourly = stated & ~piece
    tier = np.where(hourly, rng.choice(["A", "B", "C", ""], n, p=(0.5, 0.25, 0.15, 0.1)), "")
    converted = tier != ""
    unit = np.where(
        piece,
        rng.choice(["word", "post", "project"], n),
        np.where(hourly, np.where(tier == "A", "hour", "month"), ""),
    )
    factor = np.where(unit == "month", 100, 1)
    duplicate = pd.array([pd.NA] * n, dtype="Int64")
    for at in rng.choice(np.arange(1, n), n // 12, replace=False) if n > 24 else []:
        duplicate[at] = int(at // 2) + 1
    chain = ~pd.isna(duplicate)
    for at in np.flatnonzero(chain):
        while not pd.isna(duplicate[duplicate[at] - 1]):
            duplicate[at] = duplicate[duplicate[at] - 1]
    asks = rng.random(n) < np.where(
        labels == "out_of_scope", 0.4, np.where(labels == "disguised_employment", 0.05, 0.005)
    )
    sums = asks & (rng.random(n) < 0.8)
    cues = [sorted({str(cue) for cue in rng.choice(CUES[label], 2)}) for label in labels]
    return validate(
        pd.DataFrame(
            {
                "ad_id": np.arange(1, n + 1),
                "source": rng.choice(sources, n),
                "url": [f"https://{SOURCES[0]}/annunci/{i}.html" for i in range(n)],
                "title": [f"Assistente virtuale {i}" for i in range(n)],
                "hiring_organization": np.where(rng.random(n) < 0.4, "", [f"Studio {i}" for i in rng.integers(0, max(2, n // 4), n)]),
                "attribution": "",
                "date": pd.to_datetime(first) + pd.to_timedelta(rng.integers(0, days, n), unit="D"),
                "language": rng.choice(["it", "en", "other"], n, p=(0.6, 0.37, 0.03)),
                "label": labels,
                "confidence": rng.uniform(0.4, 1, n),
                "pay_min": np.where(stated, pay * factor, np.nan),
                "pay_max": np.where(stated & (rng.random(n) < 0.95), pay * wide * factor, np.nan),
                "currency": np.where(stated, rng.choice(["EUR", "USD"], n, p=(0.7, 0.3)), ""),
                "pay_unit": unit,
                "pay_kind": np.where(piece, "piece", np.where(stated, "time", "")),
                "basis": np.where(stated, rng.choice(["gross", "net", "unknown"], n, p=(0.2, 0.1, 0.7)), "unknown"),
                "eur_min": np.where(converted, pay, np.nan),
                "eur_max": np.where(converted & (rng.random(n) < 0.95), pay * wide, np.nan),
                "tier": tier,
                "rate_date": np.where(converted, "2026-10-30", ""),
                "skill_level": pd.array(np.where(rng.random(n) < 0.05, -1, rng.integers(0, 4, n)), dtype="Int64"),
                "skills": [sorted({str(skill) for skill in rng.choice(SKILLS, 3)}) for _ in range(n)],
                "fee_kind": np.where(asks, rng.choice(["deposit", "kit", "registration", "other"], n), "none"),
                "fee_min": np.where(sums, np.round(rng.lognormal(3.8, 0.4, n)), np.nan),
                "fee_max": np.nan,
                "fee_currency": np.where(sums, rng.choice(["EUR", "USD"], n, p=(0.8, 0.2)), ""),
                "hours_week": np.where(rng.random(n) < 0.5, rng.integers(5, 45, n), np.nan),
                "sectors": [sorted({str(one) for one in rng.choice(SECTORS, 2)}) if rng.random() < 0.5 else [] for _ in range(n)],
                "indicators": cues,
                "evidence": [[{"indicator": cue, "text": str(rng.choice(QUOTES)), "direction": label, "weight": 1.2} for cue in found]
                             for label, found in zip(labels, cues, strict=True)],
                "duplicate_of": duplicate,
                "status": rng.choice(["open", "expired"], n),
                "in_reports": rng.random(n) < 0.95,
            }
        ).assign(skill_level=lambda rows: rows["skill_level"].where(rows["skill_level"] >= 0))
    )  # fmt: skip


def make_facts(frame, **changes):
    """Return the `Meta` of a report on `frame`."""
    first, last = (frame["date"].min(), frame["date"].max()) if len(frame) else (pd.Timestamp("2026-05-01"),) * 2
    values = {"title": "", "author": "Vera Prova", "sample": False, "first": first.date(), "last": last.date(),
              "stages": {"stored": len(frame) + 300, "in_search": len(frame)}, "model": "0123456789abcdef",
              "confusion": CONFUSION, "rates_date": "2026-10-30", "versions": {"verava": "0.1.0"}}  # fmt: skip
    return Meta(**(values | changes))


def fill_mixed(path, reader):
    """Return a store with 160 ads read by `reader`, forty of each label."""
    store = open_store(str(path))
    store.save(store.start_run(SOURCES[0]), [_ad(number, description=f"Prova {number**3}.") for number in range(160)])
    found = [unread.version_id for chunk in store.unread(reader) for unread in chunk]
    store.write_readings(_reading(each, reader) | {"label": LABELS[at % 4]} for at, each in enumerate(found))
    return store


def fill_store(path, reader):
    """Return a store with 64 ads read by `reader`: forty of October, twenty of September, a repost, three odd dates."""
    store = open_store(str(path))
    batch = [_ad(number) for number in range(40)] + [_ad(number, date_posted="2026-09-05") for number in range(40, 60)]
    repost = {"title": batch[0].title, "description": batch[0].description.upper(), "hiring_organization": "Studio 0"}
    batch += [_ad("a", date_posted="2026-10-20", **repost), _ad("b", date_posted="2999-01-01")]
    store.save(store.start_run(SOURCES[0]), [*batch, _ad("c", date_posted=None), _ad("d", date_posted="soon")])
    store.write_readings(_reading(unread.version_id, reader) for chunk in store.unread(reader) for unread in chunk)
    return store


def _ad(number, **more):
    values = {"title": f"Assistente virtuale {number}", "description": f"Testo di prova numero {number}.",
              "hiring_organization": f"Studio {number}", "date_posted": "2026-10-05"}  # fmt: skip
    return Ad(SOURCES[0], f"https://{SOURCES[0]}/{number}", str(number), **values | more)


def _reading(version_id, reader):
    span = {"indicator": "fixed_hours", "text": "dal lunedì al venerdì 9-18", "direction": "x", "weight": 1.0}
    return {
        "version_id": version_id, "reader": reader, "in_search": True, "label": "disguised_employment", "confidence": 0.9,
        "language": "it", "pay_min": 8.0, "pay_max": 8.0, "currency": "EUR", "pay_unit": "hour", "pay_kind": "time",
        "basis": "unknown", "eur_min": 8.0, "eur_max": 8.0, "tier": "A", "rate_date": None, "skill_level": 2,
        "skills": ["adm.email"], "sectors": None, "indicators": ["fixed_hours"], "evidence": [span],
    }  # fmt: skip
