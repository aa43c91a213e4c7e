"""Settings: the shipped defaults of `data/verava.toml`, overridden key by key by the user's file."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError, field_validator

from crawler.errors import ConfigError
from crawler.paths import data_path

FILE_NAME = "verava.toml"


class Config(BaseModel):
    """What a user may set; each field is explained in `data/verava.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    contact: str = ""
    """Address (https URL or e-mail) at which site owners reach the user; stands in the User-Agent."""
    delay: Annotated[float, Field(ge=0, le=3600)] = 1.0
    """Seconds between two requests to one host."""
    visit_minutes: Annotated[int, Field(ge=1, le=1440)] = 180
    """Minutes after which a visit to one source or site is ended, wherever it is."""
    keep_days: Annotated[int, Field(ge=0, le=36_500)] = 0
    """Days after its last sighting that an ad's text is kept; 0 keeps it."""
    sources: tuple[str, ...] = ()
    """Names of the sources that `verava crawl` visits when none is named."""
    sites: tuple[HttpUrl, ...] = ()
    """Addresses of sites with schema.org JobPosting, visited besides the sources."""
    boards: dict[str, tuple[str, ...]] = {}
    """Source → the boards (tokens, or addresses of sites and feeds) that are visited of it."""
    licences: tuple[str, ...] = ()
    """Sources that forbid published figures, for which the user states that a licence allows them."""
    search_terms: tuple[str, ...] = ()
    """An ad is read when its title or text holds one of these; empty reads all."""

    @field_validator("contact")
    @classmethod
    def _one_line(cls, value: str) -> str:
        if not value.isprintable():
            raise ValueError("must be one line of printable characters")
        return value.strip()

    def user_agent(self, version: str) -> str:
        """Return the honest User-Agent: name, version and where to complain."""
        contact = self.contact or "no contact set; see verava.toml"
        return f"VeraVA/{version} (+{contact})"


def load_config(path: Path | None = None) -> Config:
    """Return the settings in force.

    `path` is the user's file; by default `$VERAVA_CONFIG`, else `./verava.toml` when it exists.
    Raises ConfigError naming the file, the key and the value.
    """
    values = _read(data_path(FILE_NAME))
    chosen = path or _default_path()
    if chosen is not None:
        values |= _read(chosen)
    try:
        return Config(**values)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f"{chosen}: {key}: {first['msg']} (got {first['input']!r:.80})") from None


def _default_path() -> Path | None:
    if value := os.environ.get("VERAVA_CONFIG"):
        return Path(value).expanduser()
    here = Path(FILE_NAME)
    return here if here.is_file() else None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}; name a readable file with --config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None
