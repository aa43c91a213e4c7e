"""Any page at all; what real pages look like is in test_messy_pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.html import decode
from crawler.page import is_expired_page, page_to_ads, postings_on_page

URL = "https://annunci.esempio.test/lavoro/1"
PIECES = st.sampled_from(
    ['<script type="application/ld+json">', "</script>", '{"@type": "JobPosting", "title": "a"', "}", "]", '"', ",", "<p>", "<!--", "-->",
     "<![CDATA[", '<div itemscope itemtype="https://schema.org/JobPosting">', '<b itemprop="title">', "</div>", "Annuncio scaduto", "\x00", "&lt;p&gt;",
     '<link rel="canonical" href="http://[">', '<html lang="it">', "\ud800", "<aside>", "€"]
)  # fmt: skip


@given(st.text(max_size=300))
def test_any_text(source):
    """Any text is a page with ads or without."""
    for ad in page_to_ads(source, URL):
        str(ad.to_dict()).encode()


@given(st.binary(max_size=300))
def test_any_bytes(body):
    """Any bytes are."""
    page_to_ads(decode(body), URL)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=40))
def test_any_pieces(pieces):
    """Any soup of what pages are made of is."""
    source = "".join(pieces)
    for ad in postings_on_page(source, URL):
        str(ad.to_dict()).encode()
    is_expired_page(source)


@given(st.text(max_size=60))
def test_any_address(url):
    """An address that is none does not harm the reading of a file."""
    page_to_ads("<h1>Assistente</h1><p>Dieci ore.</p>", url)


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<p>a", "<script type='application/ld+json'>{", '{"a":', "<div itemscope itemtype='https://schema.org/JobPosting'>", "<aside class='related'>",
     "<b itemprop='title'>", "<li>", "&lt;", "Annuncio scaduto ", "\n", "<!--", "<", '"', "<script type='application/ld+json'>{}</script>"],
)  # fmt: skip
def test_long_and_hostile(piece):
    """A long page of anything is read in linear time."""
    assert isinstance(page_to_ads(piece * (200_000 // len(piece)), URL), list)
