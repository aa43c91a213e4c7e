"""Errors that a user may meet, each with the exit code the shell gets.

    VeravaError                  raised by any room; printed as one line, no traceback
    ├── ConfigError              crawler.config: a verava.toml that cannot be used
    ├── StoreError               crawler.store: a store that cannot be opened or written, or is of a newer version
    │   └── BusyError            crawler.lock: another crawl is on
    ├── SourceError              crawler.spiders, crawler.fetch: a source or URL that cannot be crawled
    ├── InputError               classifier.inputs: a file, page or line that holds no readable ad
    ├── ModelError               classifier.persist: a model that is missing, foreign or damaged
    └── ReportError              reports: nothing to report on, or a check that failed

This module is ground floor: it imports nothing of VeraVA.
"""


class VeravaError(Exception):
    """Base of all errors that are told to the user as one line: what, which value, the way out."""

    exit_code = 1


class ConfigError(VeravaError):
    """The configuration cannot be used; raised by `crawler.config`."""


class StoreError(VeravaError):
    """The store cannot be used; raised by `crawler.store`."""


class BusyError(StoreError):
    """Another crawl is on; raised by `crawler.lock`."""

    exit_code = 4


class SourceError(VeravaError):
    """A source or URL cannot be crawled; raised by `crawler.spiders` and `crawler.fetch`."""


class InputError(VeravaError):
    """The input holds no readable ad; raised by `classifier.inputs`."""


class ModelError(VeravaError):
    """The model is missing, foreign or damaged; raised by `classifier.persist`."""


class ReportError(VeravaError):
    """There is nothing to report on, or a check failed; raised by `reports`."""
