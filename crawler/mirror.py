"""VERAVA_MIRROR: saved answers of sites, served on one address, in place of the sites themselves.

With it a request for https://HOST/PATH?QUERY goes to MIRROR/HOST/PATH?QUERY, robots.txt included, and nowhere
else. All above the download handler sees only the true URL: ads, robots rules and the pace of a host keep it.
"""

from __future__ import annotations

import os
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from crawler.errors import ConfigError

VARIABLE = "VERAVA_MIRROR"


class Mirror(NamedTuple):
    """The address that plays all sites."""

    base: str
    """`http://HOST:PORT`, without a slash at the end."""

    @classmethod
    def from_environment(cls) -> Self | None:
        """Return the mirror that VERAVA_MIRROR names, if any; raises ConfigError when it is no URL."""
        value = os.environ.get(VARIABLE, "").strip().rstrip("/")
        if not value:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ConfigError(f"{VARIABLE}={value!r} is no http address; set it to http://HOST:PORT or unset it")
        return cls(value)

    @property
    def host(self) -> str:
        """The mirror's own host name, the only one that is resolved."""
        return urlsplit(self.base).hostname or ""

    def rewrite(self, url: str) -> str:
        """Return the address at which the mirror answers for `url`."""
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.base}/{parts.netloc}{parts.path or '/'}{query}"
