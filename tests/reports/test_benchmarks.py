"""Yardsticks."""

from reports.benchmarks import FOR_LEVEL, benchmarks


def test_every_yardstick_has_source_and_date():
    """And names in both languages; the lower end is not above the upper one."""
    for one in benchmarks().values():
        assert one.source
        assert one.label_it
        assert one.label_en
        assert 0 < one.low <= one.high
        assert one.date.year > 2000


def test_more_skill_is_held_to_no_less():
    """The yardstick grows with the level."""
    amounts = [benchmarks()[FOR_LEVEL[level]].low for level in range(4)]

    assert amounts == sorted(set(amounts))
