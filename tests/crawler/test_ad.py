"""The record of an ad."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from crawler.ad import CONTENT_FIELDS, Ad, BaseSalary

AD = Ad(
    "board",
    "https://e.test/1",
    "1",
    "Assistente virtuale",
    "Agenda e posta.",
    base_salary=BaseSalary("EUR", 10, 12, "HOUR"),
)


def test_round_trip():
    """What `to_dict` writes, `from_dict` reads back, salary and tuples included."""
    ad = dataclasses.replace(AD, employment_type=("CONTRACTOR",))

    assert ad == Ad.from_dict(ad.to_dict())


def test_unknown_keys_are_ignored():
    """A record of a newer VeraVA is still an ad."""
    assert AD == Ad.from_dict({**AD.to_dict(), "invented": 1})


def test_every_content_field_changes_the_hash():
    """A change of any field a reader sees makes a new version."""
    changed = {
        "base_salary": BaseSalary("EUR", 9, 12, "HOUR"),
        "employment_type": ("OTHER",),
    }

    for name in CONTENT_FIELDS:
        other = dataclasses.replace(AD, **{name: changed.get(name, "altro")})
        assert other.content_hash() != AD.content_hash(), name


def test_dates_and_blanks_do_not_change_the_hash():
    """A new date, other spacing or another form of the same letters is the same content."""
    other = dataclasses.replace(AD, date_posted="2026-01-01", description="  Agenda\n e   posta. ")

    assert AD.content_hash() == other.content_hash()


def test_raw_pay_is_not_content():
    """Two spellings of the same structured pay are one content."""
    other = dataclasses.replace(AD, base_salary=BaseSalary("EUR", 10, 12, "HOUR", raw="10-12"))

    assert AD.content_hash() == other.content_hash()


@given(st.text(), st.text())
def test_hash_never_fails(title, description):
    """Any text can be hashed, twice the same."""
    ad = dataclasses.replace(AD, title=title, description=description)
    try:
        title.encode(), description.encode()
    except UnicodeEncodeError:
        return

    assert ad.content_hash() == ad.content_hash()
