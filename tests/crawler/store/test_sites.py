"""What a site said of itself, kept for the next run."""

from crawler.store import open_store
from crawler.store.sites import KeptFile

RULES = [{"location": "/job/", "tdm-reservation": 1}]


def test_kept_replaced_and_dropped(address):
    """A site has one file or none; another site's is another."""
    store = open_store(address)
    files = [KeptFile('"1"', "", RULES), KeptFile("", "Sun, 01 Nov 2026 08:00:00 GMT", [])]

    assert store.kept_file("https://a.test") is None
    for file in files:
        store.keep_file("https://a.test", file)
        assert store.kept_file("https://a.test") == file
    assert store.kept_file("https://b.test") is None
    store.keep_file("https://a.test", None)
    assert store.kept_file("https://a.test") is None
