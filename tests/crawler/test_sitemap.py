"""Reading sitemaps."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.sitemap import MAX_ENTRIES, Entry, looks_like_sitemap, read_sitemap

URLS = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
ONE = URLS.format("<url><loc> https://e.test/1 </loc><lastmod>2026-11-01</lastmod></url>")
INDEX = "<sitemapindex><sitemap><loc>https://e.test/s.xml.gz</loc></sitemap></sitemapindex>"


@pytest.mark.parametrize(
    ("body", "pages", "sitemaps"),
    [
        (ONE, ["https://e.test/1"], []),
        (INDEX, [], ["https://e.test/s.xml.gz"]),
        ("https://e.test/1\n\nhttps://e.test/2\nnot an address\n", ["https://e.test/1", "https://e.test/2"], []),
        (URLS.format("<url><loc>https://e.test/a&b</loc></url><url><loc>https://e.test/2</loc></url>"), None, []),
        (ONE.replace("</urlset>", ""), ["https://e.test/1"], []),
        (URLS.format("<url><loc>ftp://e.test/1</loc></url><url></url><url><loc/></url>"), [], []),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + "<urlset><url><loc>https://e.test/&e;</loc></url></urlset>", None, []),
        ("", [], []), ("<html><body>404</body></html>", [], []), ("<", [], []), ("\0\1", [], []),
    ],
)  # fmt: skip
def test_read(body, pages, sitemaps):
    """Sitemap, index, list of addresses; broken ones as far as they go; no entity is fetched."""
    found = read_sitemap(body.encode())

    if pages is not None:
        assert pages == [entry.url for entry in found.pages]
    assert sitemaps == [entry.url for entry in found.sitemaps]
    assert "root:" not in repr(found)


def test_lastmod_is_kept():
    """The date stands beside the address, as listed."""
    assert read_sitemap(ONE.encode()).pages == (Entry("https://e.test/1", "2026-11-01"),)


def test_gzip_and_bombs():
    """Packed sitemaps are read; one that unpacks without end, or is cut short, is read as far as allowed."""
    assert read_sitemap(gzip.compress(ONE.encode())).pages
    bomb = zlib.compressobj(1, wbits=31)
    data = b"".join(bomb.compress(b" " * 1_000_000) for _ in range(60)) + bomb.flush()
    assert read_sitemap(data).pages == ()
    assert read_sitemap(gzip.compress(ONE.encode())[:-20]) is not None


def test_laughs_are_not_multiplied():
    """Entities that multiply are not expanded."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    body = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><urlset><url><loc>https://e.test/&e11;</loc></url></urlset>'

    assert len(repr(read_sitemap(body.encode()))) < 1000


def test_the_number_of_entries_is_bounded():
    """More entries than the protocol allows are not read."""
    body = URLS.format("<url><loc>https://e.test/1</loc></url>" * (MAX_ENTRIES + 10))

    assert len(read_sitemap(body.encode()).pages) == MAX_ENTRIES


@given(st.binary(max_size=300))
def test_anything_can_be_read(body):
    """Whatever a site sends, nothing is raised."""
    read_sitemap(body)
    looks_like_sitemap(body)


def test_looks_like_sitemap():
    """Told from a page by its first tags, packed or not."""
    assert looks_like_sitemap(ONE.encode())
    assert looks_like_sitemap(gzip.compress(INDEX.encode()))
    assert not looks_like_sitemap(b"<html>")
