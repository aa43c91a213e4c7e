"""What came of each request; the engine's tests show most of it."""

from crawler.found import LONGEST


def test_an_address_that_is_too_long_is_noted(web, crawl, store):
    """The store could not hold it: it is not asked, and the others are."""
    web.site("lavori.test", {"a": None, "x" * LONGEST: None, "b": None})

    outcome = crawl("https://lavori.test/")["lavori.test"]

    assert {"lavori.test/job/a", "lavori.test/job/b"} == set(web.asked("lavori.test/job/"))
    assert (outcome.verdict, outcome.ads) == ("ok", 2)
    assert f"an address of {len('https://lavori.test/job/') + LONGEST} characters was left out" in outcome.errors[0]
    assert len(store.pages("lavori.test", "0")) == 4
