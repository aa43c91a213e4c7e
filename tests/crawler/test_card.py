"""The card of a source."""

import pytest
from pydantic import ValidationError

from crawler.card import Card
from crawler.sources import card

CARD = card("remotive")


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Remotive"},
        {"endpoint": "http://remotive.com"},
        {"documentation": "see the site"},
        {"min_interval": 5},
        {"max_calls_per_day": 0},
        {"personal_data_dropped": ()},
        {"completeness": "complete"},
        {"closing": ""},
        {"robots": "ignore"},
        {"licence": "free"},
        {"invented": 1},
    ],
)
def test_bad_cards_are_refused(change):
    """A card that says too little, or too bold a thing, cannot be made."""
    with pytest.raises(ValidationError):
        Card(**{**CARD.model_dump(), **change})


def test_cards_cannot_be_changed():
    """Terms are facts."""
    with pytest.raises(ValidationError):
        CARD.in_reports = False


def test_lines_tell_everything():
    """Every field stands on the printed card, none empty."""
    lines = CARD.lines()

    assert len(lines) == len(Card.model_fields)
    assert all(value for _, value in lines)


def test_needs():
    """What it takes to visit a source, in a word."""
    assert [card(name).needs for name in ("remotive", "greenhouse", "adzuna")] == ["by default", "boards", "key"]


def test_robots():
    """Only a documented grant goes before robots.txt."""
    assert card("remotive").robots_exception
    assert not card("remoteok").robots_exception
