"""What can go wrong with a request, in the few kinds that a verdict is made of."""

from __future__ import annotations

from typing import Final, NamedTuple

BLOCKED_STATUS: Final = frozenset({401, 402, 403, 407, 429, 451})
"""Answers by which a site says no."""
GONE_STATUS: Final = frozenset({404, 410})
"""Answers by which a site says that a page is no more."""
HARMLESS: Final = frozenset({"gone", "redirected", "stopped"})
"""Kinds of fault that say something of a page, not of the visit."""

_BY_EXCEPTION: Final = {
    "CannotResolveHostError": ("unreachable", "the name cannot be resolved"),
    "DownloadTimeoutError": ("unreachable", "no answer in time"),
    "DownloadConnectionRefusedError": ("unreachable", "connection refused"),
    "DownloadFailedError": ("unreachable", "connection failed"),
    "ResponseDataLossError": ("unreachable", "the answer broke off"),
    "DownloadCancelledError": ("refused", "the answer is too large"),
    "NotSupported": ("refused", "only http and https are fetched"),
    "UnsupportedURLSchemeError": ("refused", "only http and https are fetched"),
}


class Fault(NamedTuple):
    """One failed request."""

    kind: str
    """`blocked`, `gone`, `redirected`, `http`, `unreachable`, `refused` (by us), `stopped`, `payload` or `bug`."""
    text: str
    """What happened, in one line."""


class RefusalError(Exception):
    """A request that is not sent, or an answer that is not read, by our own rules; its text says which."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.text)
        self.fault = fault
        """Kind and text."""


class UnchangedError(Exception):
    """An answer 304: what was read before still stands. No fault."""


def fault_of(error: BaseException) -> Fault:
    """Return the fault that a failed request or a failed parse amounts to."""
    carried = getattr(error, "fault", None)
    if isinstance(carried, Fault):
        return carried
    response = getattr(error, "response", None)
    if response is not None:
        return status_fault(int(response.status))
    name = type(error).__name__
    if name in _BY_EXCEPTION:
        kind, text = _BY_EXCEPTION[name]
        return Fault(kind, text if "TLS" not in repr(error) and "ssl" not in repr(error).lower() else _tls(error))
    if name == "SourceError":
        return Fault("payload", _line(error))
    if name == "IgnoreRequest":
        return Fault("refused", "the answer is too large" if "exceeded" in str(error) else _line(error))
    return Fault("bug", f"{name}: {_line(error)}")


def status_fault(status: int) -> Fault:
    """Return the fault that an HTTP status other than success amounts to."""
    if status in BLOCKED_STATUS:
        return Fault("blocked", f"the site answers {status}")
    if status in GONE_STATUS:
        return Fault("gone", f"the site answers {status}")
    return Fault("http", f"the site answers {status}")


def _tls(error: BaseException) -> str:
    return f"no trusted connection: {_line(error)}"


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]
