"""The one style of all charts and pages: colours, fonts, and the contrast they must keep."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from crawler.errors import ReportError

GRAPHIC_CONTRAST: Final = 3.0
"""Least contrast of a mark against what is beside it (WCAG 2.2, 1.4.11)."""
TEXT_CONTRAST: Final = 4.5
"""Least contrast of text (WCAG 2.2, 1.4.3)."""

_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")
_FONT: Final = re.compile(r"[A-Za-z0-9 ,\-']{1,120}")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours (`#rrggbb`) and fonts.

    The series are those of the colour-blind safe palette of Okabe and Ito (2008) that keep 3:1 on white; its orange
    (2.25), sky blue (2.31) and yellow (1.32) do not.
    """

    paper: str = "#ffffff"
    """Background."""
    ink: str = "#1a1a1a"
    """Text, and the fourth series."""
    muted: str = "#595959"
    """Text of lesser weight: axes, captions."""
    grid: str = "#dcdcdc"
    """Lines that only guide the eye."""
    genuine: str = "#0072b2"
    """Genuine freelance work, and every chart with a single series; blue."""
    disguised: str = "#d55e00"
    """Disguised employment; vermillion."""
    employment: str = "#009e73"
    """Open employment; bluish green."""
    dark_paper: str = "#15171a"
    """Background on dark screens."""
    dark_ink: str = "#ece9e4"
    """Text on dark screens."""
    dark_muted: str = "#b0aca6"
    """Text of lesser weight on dark screens."""
    dark_grid: str = "#3a3d42"
    """Lines that only guide the eye, on dark screens."""
    headings: str = "Georgia, 'Times New Roman', serif"
    """Fonts of headlines; only those that the reader's machine has, nothing is fetched."""
    body: str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
    """Fonts of text."""

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            pattern = _FONT if field.name in {"headings", "body"} else _HEX
            if not isinstance(value, str) or not pattern.fullmatch(value):
                raise ReportError(f"{field.name} = {value!r} is no colour like #0072b2, or no list of fonts")
        for name, ground, least in _PAIRS:
            found = contrast(getattr(self, name), getattr(self, ground))
            if found < least:
                raise ReportError(f"{name} on {ground} has a contrast of {found:.2f}; at least {least} is needed")


_PAIRS: Final = (
    *((name, "paper", TEXT_CONTRAST) for name in ("ink", "muted")),
    *((name, "dark_paper", TEXT_CONTRAST) for name in ("dark_ink", "dark_muted")),
    *(
        (name, ground, GRAPHIC_CONTRAST)
        for name in ("genuine", "disguised", "employment")
        for ground in ("paper", "dark_paper")
    ),
)
"""Colours that meet: a colour, what is behind it, and the least contrast."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1-21 (WCAG 2.2).

    >>> round(contrast("#0072b2", "#ffffff"), 2)
    5.19
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def load_theme(file: Path) -> Theme:
    """Return the theme of a TOML file: any of the fields of `Theme`, the rest as usual.

    Raises ReportError naming the file and the field when it cannot be read, or colours do not keep their contrast.
    """
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReportError(f"{file}: not a theme that can be read: {error}") from error
    known = {field.name for field in dataclasses.fields(Theme)}
    strange = sorted(set(values) - known)
    if strange:
        raise ReportError(f"{file}: {strange[0]!r} is no field of a theme; known are {', '.join(sorted(known))}")
    try:
        return Theme(**values)
    except ReportError as error:
        raise ReportError(f"{file}: {error}") from error
