"""How full the fields of a run's ads are: a field that empties overnight is a source that changed its form."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, select

from crawler.store.schema import ads, sightings, versions

FIELDS: Final = ("description", "hiring_organization", "date_posted", "job_location", "employment_type", "base_salary")
"""Fields that are watched; a title every ad has."""


def coverage_of(connection: Connection, run_id: int) -> dict[str, Any]:
    """Return `ads`, the number that a run saw, and field → share of them that have it."""
    joined = sightings.join(ads, ads.c.id == sightings.c.ad_id).join(versions, versions.c.id == ads.c.version_id)
    seen = select(*(versions.c[name] for name in FIELDS)).select_from(joined).where(sightings.c.run_id == run_id)
    count = 0
    full = dict.fromkeys(FIELDS, 0)
    for row in connection.execute(seen):
        count += 1
        for name, value in zip(FIELDS, row, strict=True):
            full[name] += bool(value)
    return {"ads": count, **{name: round(full[name] / count, 3) if count else 0.0 for name in FIELDS}}
