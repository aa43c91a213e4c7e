"""Feeds of every kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.base_spiders.feed import read_feed, read_xml

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><language>it-IT</language><item>
<title>Uno</title><link>https://e.test/1</link><category>a</category><category>b</category>
<guid isPermaLink="false">x1</guid><description>&lt;p&gt;T&lt;/p&gt;</description></item></channel></rss>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item><title>Uno</title><link>https://e.test/1</link></item></rdf:RDF>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Uno</title><link rel="enclosure" href="https://e.test/x.mp3"/>
<link href="https://e.test/1"/><content>T</content></entry></feed>"""
JSON = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "Uno", "link": "https://e.test/1", "tags": ["a", 3]}]}'


@pytest.mark.parametrize(
    "body",
    [RSS, RDF, ATOM, JSON, b"\xef\xbb\xbf" + RSS, b"\n  " + RSS],
    ids=["rss", "rdf", "atom", "json", "mark", "blanks"],
)
def test_kinds(body):
    """RSS, RDF, Atom and JSON Feed give the same entries."""
    (entry,) = read_feed(body)

    assert (entry["title"], entry["link"]) == ("Uno", "https://e.test/1")


def test_rss_details():
    """Language, joined categories, and a guid that is no address."""
    (entry,) = read_feed(RSS)

    assert entry == {
        "language": "it-IT",
        "title": "Uno",
        "link": "https://e.test/1",
        "category": "a\nb",
        "id": "x1",
        "description": "<p>T</p>",
    }


def test_foreign_namespace():
    """Elements are found by local name, whatever their namespace."""
    body = RSS.replace(b"<rss ", b'<rss xmlns:job_listing="https://e.test" ').replace(
        b"<link>", b"<job_listing:company>S</job_listing:company><link>"
    )

    assert read_feed(body)[0]["company"] == "S"


def test_undeclared_encoding():
    """A feed in windows-1252 that declares nothing is read."""
    assert read_feed("<rss><item><title>Perché</title></item></rss>".encode("cp1252"))[0]["title"] == "Perché"


@pytest.mark.parametrize(
    "body", [b"", b"<html><p>x</p></html>", b"<rss><channel>", b"{", b"[]", b'{"items": 3}', RSS[:-20], b"\x00"]
)
def test_no_feed(body):
    """What is no whole feed is none."""
    assert read_feed(body) is None


def test_empty_feed():
    """A feed without entries is a feed."""
    assert read_feed(b"<rss><channel></channel></rss>") == []


def test_entities_are_not_resolved(tmp_path):
    """No file is read and no entity grows."""
    secret = tmp_path / "segreto"
    secret.write_text("SEGRETO")
    body = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]><rss><item><title>&x;</title></item></rss>'.encode()
    bomb = (
        b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % (96 + n, *[95 + n] * 8) for n in range(2, 12))
        + b"]><rss><item><title>&k;</title></item></rss>"
    )

    for answer in (read_feed(body), read_feed(bomb)):
        assert "SEGRETO" not in str(answer)
        assert len(str(answer)) < 10_000


@given(st.binary(max_size=200))
def test_any_bytes(body):
    """Any bytes are a feed or none."""
    read_feed(body)
    read_xml(body)
