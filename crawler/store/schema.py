"""The tables. Facts (ads, versions, sightings, runs) and readings are kept apart."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 9
"""Version of this schema; a store of a newer one is refused, an older one is migrated."""

metadata = MetaData()

schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("applied_at", String(32), nullable=False),
)
"""One row a migration that was applied."""

ads = Table(
    "ads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", String(255), nullable=False),
    Column("identifier", String(500), nullable=False),
    Column("url", Text, nullable=False),
    Column("attribution", Text, nullable=False, default=""),
    Column("status", String(16), nullable=False, default="open"),
    Column("status_reason", String(80), nullable=False, default=""),
    Column("first_seen", String(32), nullable=False),
    Column("last_seen", String(32), nullable=False),
    Column("version_id", Integer),
    Column("missing", Integer, nullable=False, server_default="0"),
    Column("page_id", Integer),
    Index("ads_of_page", "page_id"),
    UniqueConstraint("source", "identifier", name="ads_identity"),
)
"""One row an ad: who it is, where it stands, which version is the current one, on which page it was seen last, and
how many visits in a row that should have shown it did not (`missing`)."""

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ad_id", Integer, ForeignKey("ads.id", ondelete="CASCADE"), nullable=False),
    Column("run_id", Integer),
    Column("at", String(32), nullable=False),
    Column("status", String(16), nullable=False),
    Column("reason", String(80), nullable=False),
    Index("events_of_ad", "ad_id"),
)
"""One row a change of an ad's standing: when, to what, and why."""

pages = Table(
    "pages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", String(255), nullable=False),
    Column("url", Text, nullable=False),
    Column("word", String(12), nullable=False, server_default="known"),
    Column("lastmod", String(40), nullable=False, server_default=""),
    Column("etag", String(200), nullable=False, server_default=""),
    Column("last_modified", String(60), nullable=False, server_default=""),
    Column("parser", String(32), nullable=False, server_default=""),
    Column("known_at", String(32), nullable=False),
    Column("read_at", String(32)),
    Column("run_id", Integer),
    Column("ads", Integer, nullable=False, server_default="0"),
    UniqueConstraint("source", "url", name="pages_identity"),
)
"""One row an address that a visit knows of or has asked; `word` is what came of it (see `crawler.found`). This is the
frontier: written in one transaction with the ads of the page, so that a killed visit loses no page."""

hosts = Table(
    "hosts",
    metadata,
    Column("host", String(255), primary_key=True),
    Column("not_before", String(32), nullable=False),
    Column("reason", Text, nullable=False),
)
"""One row a host that asked for a rest longer than a visit waits."""

reservations = Table(
    "reservations",
    metadata,
    Column("site", String(300), primary_key=True),
    Column("etag", String(200), nullable=False),
    Column("last_modified", String(60), nullable=False),
    Column("rules", JSON, nullable=False),
)
"""One row a site that has a file of reservations: what it said when it was read last (see `crawler.tdmrep`)."""

forgotten = Table(
    "forgotten",
    metadata,
    Column("address_hash", String(64), primary_key=True),
    Column("at", String(32), nullable=False),
)
"""One row an ad that was to be forgotten: the SHA-256 of its address, so that it is not stored again."""

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ad_id", Integer, ForeignKey("ads.id", ondelete="CASCADE"), nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("seen_at", String(32), nullable=False),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("hiring_organization", Text, nullable=False),
    Column("employment_type", JSON, nullable=False),
    Column("base_salary", JSON),
    Column("pay_raw", Text, nullable=False),
    Column("job_location", Text, nullable=False),
    Column("job_location_type", String(32), nullable=False),
    Column("date_posted", String(40)),
    Column("date_posted_raw", Text, nullable=False),
    Column("valid_through", String(40)),
    Column("valid_through_raw", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("changed", JSON),
    Index("versions_of_ad", "ad_id"),
)
"""One row a text that an ad had; a new one is written when the content hash changes, with the names of the fields that
differ from the one before (`changed`; the differences themselves: `crawler.differences`)."""

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", String(255), nullable=False),
    Column("started_at", String(32), nullable=False),
    Column("finished_at", String(32)),
    Column("verdict", String(16), nullable=False, default="running"),
    Column("ads_seen", Integer, nullable=False, default=0),
    Column("ads_new", Integer, nullable=False, default=0),
    Column("ads_changed", Integer, nullable=False, default=0),
    Column("requests", Integer, nullable=False, default=0),
    Column("complete", Boolean, nullable=False, server_default="1"),
    Column("coverage", JSON),
    Column("note", Text, nullable=False, default=""),
    Index("runs_of_source", "source", "id"),
)
"""One row a visit to a source; `running` without an end is a run that was killed."""

sightings = Table(
    "sightings",
    metadata,
    Column("ad_id", Integer, ForeignKey("ads.id", ondelete="CASCADE"), primary_key=True),
    Column("run_id", Integer, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
)
"""One row an ad and a run in which it was seen."""

readings = Table(
    "readings",
    metadata,
    Column("version_id", Integer, ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("reader", String(64), nullable=False),
    Column("in_search", Boolean, nullable=False),
    Column("label", String(32)),
    Column("confidence", Float),
    Column("language", String(8)),
    Column("pay_min", Float),
    Column("pay_max", Float),
    Column("currency", String(8)),
    Column("pay_unit", String(24)),
    Column("pay_kind", String(16)),
    Column("basis", String(16)),
    Column("eur_min", Float),
    Column("eur_max", Float),
    Column("tier", String(1)),
    Column("rate_date", String(10)),
    Column("hours_week", Float),
    Column("skill_level", Integer),
    Column("skills", JSON),
    Column("sectors", JSON),
    Column("indicators", JSON),
    Column("evidence", JSON),
    Column("fee_kind", String(16)),
    Column("fee_min", Float),
    Column("fee_max", Float),
    Column("fee_currency", String(8)),
)
"""One row a version: what the reader made of it. `reader` names model, code and search terms. `fee_kind` is what the ad
asks money from the worker for (`classifier.candidate_fee`), `none` where it asks none, null where that was not read."""

labels = Table(
    "labels",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ad_id", Integer, ForeignKey("ads.id", ondelete="CASCADE"), nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("label", String(32), nullable=False),
    Column("labelled_at", String(32), nullable=False),
    Column("who", String(80), nullable=False),
    Column("drawn", Boolean, nullable=False, server_default="0"),
    UniqueConstraint("ad_id", "content_hash", "who", name="labels_identity"),
)
"""One row a label that a person (`who`) gave to a text of an ad; a text that changed is to be labelled anew.
`drawn` tells that chance, not the reader's doubt, chose the ad: such labels are a sample to measure by."""
