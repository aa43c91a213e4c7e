"""Each site is asked once."""

import asyncio

import pytest

from crawler.middlewares.once import OncePerSite


def test_a_site_is_asked_once_and_all_get_the_answer():
    """Pages of one site share a question, also while it is still open; another site has its own."""
    asked = []

    async def ask(site):
        asked.append(site)
        await asyncio.sleep(0.01)
        return f"rules of {site}"

    async def run():
        once = OncePerSite()
        urls = ["https://a.test/1", "https://a.test/2", "https://b.test/1"]
        first = await asyncio.gather(*(once.get(url, ask, "unknown") for url in urls))
        return first, await once.get("https://a.test/3", ask, "unknown")

    first, later = asyncio.run(run())

    assert ["rules of https://a.test"] * 2 + ["rules of https://b.test"] == first
    assert first[0] == later
    assert ["https://a.test", "https://b.test"] == asked


def test_a_question_that_fails_leaves_nobody_waiting():
    """Who asked gets the error, everybody else what stands for unknown."""

    async def ask(_site):
        raise OSError

    async def run():
        once = OncePerSite()
        with pytest.raises(OSError):
            await once.get("https://a.test/1", ask, "unknown")
        return await once.get("https://a.test/2", ask, "unknown")

    assert asyncio.run(run()) == "unknown"
