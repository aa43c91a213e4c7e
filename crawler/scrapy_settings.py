"""Scrapy's settings: each value that differs from Scrapy's default, with the reason."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

from crawler.config import Config

TIMEOUT: Final = 20
"""Seconds for one answer, to its last byte."""
MAX_BYTES: Final = 10 * 1024 * 1024
"""Bytes of an answer, unpacked: the largest real list has under 2 MB."""

FIXED: Final[dict[str, Any]] = {
    # Nothing listens: both would run code for whoever connects (default True)
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    # Certificates are verified (default False)
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    # Only http and https; all through our handler (default: also file, ftp, s3, data)
    "DOWNLOAD_HANDLERS": {
        "http": "crawler.download.PacedDownloadHandler",
        "https": "crawler.download.PacedDownloadHandler",
        "file": None, "ftp": None, "s3": None, "data": None,
    },
    # A bomb of 2 GB unpacks to 10 MB and no further (defaults 1 GiB, 32 MiB)
    "DOWNLOAD_MAXSIZE": MAX_BYTES,
    "DOWNLOAD_WARNSIZE": 2 * 1024 * 1024,
    # A host that hangs or drips costs this much, not 180 s
    "DOWNLOAD_TIMEOUT": TIMEOUT,
    # Requests a host: one at a time; `crawler.pace` holds the pause, for all visits together (default 8)
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0,
    # No state between requests: no visitor is followed, none is needed (default True)
    "COOKIES_ENABLED": False,
    # A proxy of the environment would resolve names behind the address guard (default True)
    "HTTPPROXY_ENABLED": False,
    # Meta refresh leads to file: and data: (default True)
    "METAREFRESH_ENABLED": False,
    # Enough for http → https → www → page (default 20)
    "REDIRECT_MAX_TIMES": 5,
    # The steps of a request and of an answer: those named and no others, whatever a later Scrapy adds. Left out are
    # Scrapy's robots.txt and retries (ours in their place: they take 401, 403, 5xx and timeouts for "allowed", and know
    # no Retry-After), cookies, proxies, meta refresh (as above, and not even imported), and what nothing here uses
    "DOWNLOADER_MIDDLEWARES_BASE": {},
    "DOWNLOADER_MIDDLEWARES": {
        "crawler.middlewares.addresses.AddressMiddleware": 10,
        "crawler.middlewares.robots.RobotsMiddleware": 100,
        "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
        "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
        "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
        "crawler.middlewares.conditional.ConditionalMiddleware": 540,
        "crawler.middlewares.backoff.BackoffMiddleware": 550,
        "crawler.middlewares.reservation.ReservationMiddleware": 585,
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 590,
        "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": 600,
    },
    "SPIDER_MIDDLEWARES_BASE": {},
    "SPIDER_MIDDLEWARES": {
        "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": 50,
        "crawler.middlewares.account.AccountMiddleware": 100,
    },
    # Of the extensions only the time limit: others count, listen or write for nobody
    "EXTENSIONS_BASE": {},
    "EXTENSIONS": {"scrapy.extensions.closespider.CloseSpider": 0},
    # Findings go straight to `crawler.pipelines`; what Scrapy gets are requests, in order (default 100)
    "CONCURRENT_ITEMS": 1,
    # One visit waits for its own host mostly; what is queued stays small
    "CONCURRENT_REQUESTS": 8,
    # Robots.txt and feeds are asked for in any language
    "DEFAULT_REQUEST_HEADERS": {
        "Accept": "text/html,application/xhtml+xml,application/json,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "it,en;q=0.8",
    },
    # Reads the source of each callback to look for a return in a generator: mypy has looked (default True)
    "WARN_ON_GENERATOR_RETURN_VALUE": False,
    # Numbers go to our summary, not to the log
    "STATS_CLASS": "crawler.quiet.NoStats",
    "STATS_DUMP": False,
    "LOG_FORMATTER": "crawler.quiet.NoCrawledLine",
}  # fmt: skip


def settings(config: Config) -> dict[str, Any]:
    """Return Scrapy's settings for a crawl with the user's `config`."""
    return FIXED | {
        # An honest name and where to complain
        "USER_AGENT": config.user_agent(own_version()),
        # A visit ends, whatever the site does
        "CLOSESPIDER_TIMEOUT": config.visit_minutes * 60,
    }


def own_version() -> str:
    """Return VeraVA's version; `0` where it is not installed."""
    try:
        return version("verava")
    except PackageNotFoundError:
        return "0"
