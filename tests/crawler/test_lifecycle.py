"""Where an ad stands."""

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.ad import Ad
from crawler.lifecycle import Life, Trust, is_mass, is_stale, next_life, sane_clock, standing

NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)
AD = Ad("board", "https://e.test/1", "1", "t", "d")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("open", "")),
        ({"valid_through": "2026-10-01"}, ("open", "")),
        ({"valid_through": "2026-10-01T00:00:00+00:00"}, ("open", "")),
        ({"valid_through": "2026-09-30T23:59:00+00:00"}, ("expired", "valid_through")),
        ({"valid_through": "2025-01-31"}, ("expired", "valid_through")),
        ({"expired": True}, ("expired", "page says so")),
        ({"expired": True, "valid_through": "2027-01-01"}, ("expired", "page says so")),
    ],
)
def test_standing(changes, expected):
    """The page's own word comes first, then its date; the last day still counts."""
    assert expected == standing(dataclasses.replace(AD, **changes), NOW)


@pytest.mark.parametrize(
    ("life", "sign", "trust", "expected"),
    [
        (Life(), "absent", Trust("ok", authoritative=True), "closed"),
        (Life(), "absent", Trust("ok"), "open"),
        (Life(), "absent", Trust("ok", complete=False, authoritative=True), "open"),
        (Life(), "absent", Trust("partial", authoritative=True), "closed"),
        (Life(), "absent", Trust("partial", complete=False, authoritative=True), "open"),
        (Life(), "absent", Trust("blocked", authoritative=True), "open"),
        (Life(), "absent", Trust("failed", authoritative=True), "open"),
        (Life(), "absent", Trust("empty", authoritative=True), "open"),
        (Life(), "absent", Trust("small", authoritative=True), "open"),
        (Life(missing=1), "absent", Trust("ok", authoritative=True, mass=True), "closed"),
        (Life(), "absent", Trust("ok", authoritative=True, mass=True), "open"),
        (Life(), "gone", Trust("partial", complete=False), "closed"),
        (Life(), "gone", Trust("ok", mass=True), "open"),
        (Life(), "bare", Trust("ok"), "open"),
        (Life(missing=1), "bare", Trust("ok"), "closed"),
        (Life(missing=1), "elsewhere", Trust("ok"), "closed"),
        (Life(), "over", Trust("failed"), "expired"),
        (Life("expired", "x"), "gone", Trust("ok"), "closed"),
        (Life("stale", "x"), "absent", Trust("ok", authoritative=True), "closed"),
        (Life("closed", "x"), "seen", Trust("failed"), "open"),
        (Life("expired", "x"), "seen", Trust("ok"), "open"),
        (Life("stale", "x", 1), "seen", Trust("ok"), "open"),
        (Life("closed", "x"), "gone", Trust("ok"), "closed"),
    ],
)  # fmt: skip
def test_next_life(life, sign, trust, expected):
    """A page speaks for itself; a list only when it is whole, trusted and holds everything."""
    assert expected == next_life(life, sign, trust).status


@given(
    st.sampled_from(["open", "expired", "closed", "stale"]),
    st.integers(0, 3),
    st.sampled_from(["blocked", "failed", "empty"]),
)
def test_unknown_changes_nothing(status, missing, verdict):
    """What could not be asked says nothing of an ad, whatever its standing."""
    life = Life(status, "why", missing)

    assert life == next_life(life, "unknown", Trust(verdict, authoritative=True))
    assert "closed" == status or "closed" != next_life(life, "absent", Trust(verdict, authoritative=True)).status


@pytest.mark.parametrize(
    ("vanished", "known", "expected"), [(4, 4, False), (5, 5, True), (5, 100, False), (30, 100, False), (31, 100, True)]
)
def test_is_mass(vanished, known, expected):
    """A few are never many; many are so by their share."""
    assert expected == is_mass(vanished, known)


def test_sane_clock():
    """A clock behind the last visit, or a year ahead of it, is not believed."""
    day = timedelta(days=1)

    assert sane_clock(NOW, [])
    assert sane_clock(NOW, [NOW - day])
    assert not sane_clock(NOW, [NOW + day])
    assert not sane_clock(NOW, [NOW - 401 * day])


def test_is_stale():
    """Only an open ad goes stale, after a month and a half."""
    assert is_stale("open", NOW - timedelta(days=46), NOW)
    assert not is_stale("open", NOW - timedelta(days=44), NOW)
    assert not is_stale("closed", NOW - timedelta(days=400), NOW)
