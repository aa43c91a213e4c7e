"""VERAVA_MIRROR."""

import pytest

from crawler.errors import ConfigError
from crawler.mirror import Mirror


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.test/x?y=1&z=2#f", "http://127.0.0.1:9/a.test/x?y=1&z=2"), ("https://a.test", "http://127.0.0.1:9/a.test/"),
        ("http://a.test:8080/robots.txt", "http://127.0.0.1:9/a.test:8080/robots.txt"), ("https://a.test/%20", "http://127.0.0.1:9/a.test/%20"),
    ],
)  # fmt: skip
def test_rewrite(url, expected):
    """Host and path follow the mirror's address; the query stays, the fragment goes."""
    assert expected == Mirror("http://127.0.0.1:9").rewrite(url)


def test_from_environment(monkeypatch):
    """Unset or empty there is none; a slash at the end does not matter; what is no address is named."""
    assert Mirror.from_environment() is None
    monkeypatch.setenv("VERAVA_MIRROR", "http://localhost:80/")
    assert Mirror.from_environment() == Mirror("http://localhost:80")
    monkeypatch.setenv("VERAVA_MIRROR", "localhost:80")
    with pytest.raises(ConfigError, match="no http address"):
        Mirror.from_environment()
