"""What a source is."""

from datetime import date

import pytest

from crawler.ad import Ad
from crawler.base_spiders.base import Call, Dropped
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.errors import SourceError


class Paged(JsonSource):
    """A source made for the test."""

    card = Card(
        name="paged",
        title="Paged",
        endpoint="https://paged.test/",
        documentation=None,
        checked_on=date(2026, 11, 20),
        min_interval=60,
        max_calls_per_day=9,
        attribution="From Paged",
        personal_data_dropped=("none",),
        completeness="window",
        closing="by age, as it is a test",
        licence="written for the test",
        default_on=False,
    )
    start = ("https://paged.test/1",)
    path = ("data", "jobs")

    def fields(self, item, call):
        """Return the fields; a notice is no ad."""
        return (
            None
            if item == "notice"
            else {"url": item["url"], "identifier": item["id"], "title": item["t"], "description": ""}
        )

    def more(self, body, call, count):
        """Return the next page."""
        if count:
            yield call._replace(page=call.page + 1)


CALL = Call("https://paged.test/1")


def test_read():
    """Ads, dropped items and further calls come in order; notices are nothing."""
    body = b'{"data": {"jobs": ["notice", {"url": "https://e.test/1", "id": 7, "t": "Uno"}, {"id": 8}]}}'
    ad, bad, call = Paged().read(body, CALL)

    assert isinstance(ad, Ad)
    assert (ad.source, ad.identifier, ad.attribution) == ("paged", "7", "From Paged")
    assert bad == Dropped("KeyError: 'url'")
    assert call.page == 2


def test_empty_list():
    """An empty list is no error: whether it may be empty is the verdict's question."""
    assert list(Paged().read(b'{"data": {"jobs": []}}', CALL)) == []


@pytest.mark.parametrize(
    ("body", "shown"), [(b"<html>Manutenzione</html>", "Manutenzione"), (b"", "nothing"), (b'{"data": 3}', "data/jobs")]
)
def test_errors_name_source_and_answer(body, shown):
    """The error tells the source, what was promised and what came."""
    with pytest.raises(SourceError, match=f"^paged: the answer is not .*{shown}"):
        list(Paged().read(body, CALL))


def test_all_dropped():
    """A list of which nothing can be read is an error that says to compare the source with its file."""
    with pytest.raises(SourceError, match="paged: none of 1 items could be read"):
        list(Paged().read(b'{"data": {"jobs": [{"id": 8}]}}', CALL))
