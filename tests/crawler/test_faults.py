"""What can go wrong, in a few kinds."""

from types import SimpleNamespace

import pytest
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError, IgnoreRequest, NotSupported
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.errors import SourceError
from crawler.faults import Fault, RefusalError, fault_of, status_fault


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, "blocked"), (403, "blocked"), (429, "blocked"), (451, "blocked"), (404, "gone"), (410, "gone"), (400, "http"), (500, "http"), (302, "http")],
)  # fmt: skip
def test_status_fault(status, kind):
    """No is told from gone, and both from trouble."""
    assert (kind, f"the site answers {status}") == status_fault(status)


@pytest.mark.parametrize(
    ("error", "kind", "word"),
    [
        (RefusalError(Fault("refused", "why")), "refused", "why"),
        (HttpError(SimpleNamespace(status=403)), "blocked", "403"),
        (CannotResolveHostError("x"), "unreachable", "resolved"),
        (DownloadTimeoutError("x"), "unreachable", "in time"),
        (NotSupported("x"), "refused", "http"),
        (SourceError("remotive: the answer\nis none"), "payload", "remotive: the answer is none"),
        (IgnoreRequest("its body exceeded DOWNLOAD_MAXSIZE"), "refused", "too large"),
        (IgnoreRequest("max redirections reached"), "refused", "max redirections"),
        (KeyError("title"), "bug", "KeyError"),
        (ValueError("a\nb" * 500), "bug", "a b"),
    ],
)
def test_fault_of(error, kind, word):
    """Every exception has its kind, and one line of at most 220 characters."""
    fault = fault_of(error)

    assert kind == fault.kind
    assert word in fault.text
    assert "\n" not in fault.text
    assert len(fault.text) <= 220
