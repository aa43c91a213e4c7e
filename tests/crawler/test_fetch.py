"""One page."""

import pytest

from crawler.errors import SourceError
from crawler.fetch import fetch_page


def test_a_page_as_it_came(web, page):
    """Decoded, with the address it came from after redirects; robots.txt and tdmrep.json are asked, the contact is told."""
    web.pages["lavori.test/a"] = (302, {"Location": "/b"}, "")
    web.pages["lavori.test/b"] = (
        200,
        {"Content-Type": "text/html; charset=iso-8859-1"},
        "<p>perché</p>".encode("latin-1"),
    )

    found = fetch_page("https://lavori.test/a", contact="https://me.test/")

    assert ("<p>perché</p>", "https://lavori.test/b") == found
    rules = ["lavori.test/robots.txt", "lavori.test/.well-known/tdmrep.json"]
    assert [address for address, _, _ in web.log] == [*rules, "lavori.test/a", "lavori.test/b"]
    assert all("+https://me.test/" in headers["User-Agent"] for _, _, headers in web.log)


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        ((404, {}, ""), "404"), ((403, {}, ""), "403"), ((200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n\0\0"), "not a page of text"),
        ((302, {"Location": "file:///etc/passwd"}, ""), "302"), (None, "404"),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_had(web, answer, word):
    """One line: the address and why."""
    web.pages["lavori.test/a"] = answer

    with pytest.raises(SourceError) as error:
        fetch_page("https://lavori.test/a")

    assert word in str(error.value)
    assert str(error.value).startswith("https://lavori.test/a: ")
    assert "\n" not in str(error.value)


def test_robots_are_obeyed(web):
    """What robots.txt forbids is not asked."""
    web.pages["lavori.test/robots.txt"] = (200, {}, "User-agent: *\nDisallow: /a")
    with pytest.raises(SourceError, match=r"robots\.txt does not allow it"):
        fetch_page("https://lavori.test/a")
    assert not web.asked()


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://2130706433:{port}/"])
def test_private_addresses(web, monkeypatch, url):
    """Refused, with the way out; open when allowed."""
    monkeypatch.delenv("VERAVA_MIRROR")
    address = url.format(port=web.port)
    web.pages[""] = (200, {}, "<p>here</p>")

    with pytest.raises(SourceError, match="allow it with --allow-private"):
        fetch_page(address)
    assert not web.log
    assert fetch_page(address, allow_private=True).html == "<p>here</p>"
