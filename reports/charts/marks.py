"""The few marks that charts are made of, in Altair: rows at fixed heights, values on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import altair as alt

from reports.charts.shapes import Size
from reports.charts.theme import Theme
from reports.clean import clean

FONT: Final[dict[Size, int]] = {"wide": 14, "narrow": 13}
"""Size of text in pixels."""
GLYPH: Final = 0.56
"""Width of a letter, in its height; to keep room for figures beside marks."""

LONGEST: Final = 120
"""Characters of a text on a chart."""

Spec = dict[str, Any]
"""A chart, or a part of one, in Vega-Lite's words."""

Row = Mapping[str, Any]
"""A mark: `x`, `y` and, by kind, `x2`, `y2`, `text`, `colour`."""


class Plane:
    """A rectangle of `width` by `height` pixels with a value scale across; y is in pixels from the top."""

    def __init__(self, width: int, height: int, scale: tuple[float, float, float, float]) -> None:
        self.width, self.height = width, height
        low, high, start, end = scale
        self._x = alt.Scale(domain=[low, high], range=[start, end], nice=False, zero=False)
        self._y = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
        self._layers: list[Spec] = []

    def bars(self, rows: Iterable[Row], size: int) -> None:
        """Draw bars from `x` to `x2`, `size` pixels thick, in their `colour`."""
        self._add(rows, alt.Chart().mark_bar(size=size, aria=False), "x", "x2", "colour")

    def rules(self, rows: Iterable[Row], width: float = 1.5) -> None:
        """Draw straight lines from (`x`, `y`) to (`x2`, `y2`) in their `colour`."""
        self._add(rows, alt.Chart().mark_rule(strokeWidth=width, aria=False), "x", "x2", "y2", "colour")

    def dots(self, rows: Iterable[Row], shape: str, paper: str | None, size: int = 90) -> None:
        """Draw marks of a `shape`, hollow (filled with `paper`) where it is given."""
        mark = alt.Chart().mark_point(
            shape=shape, size=size, filled=paper is None, fill=paper or alt.Undefined, strokeWidth=2.5, opacity=1,
            aria=False,
        )  # fmt: skip
        self._add(rows, mark, "x", "colour")

    def path(self, rows: Iterable[Row]) -> None:
        """Draw one line through the rows in order, in the `colour` of the first."""
        kept = list(rows)
        mark = alt.Chart().mark_line(strokeWidth=2.5, color=kept[0]["colour"], aria=False)
        self._add(kept, mark, "x")

    def texts(self, rows: Iterable[Row], size: float, *, align: str = "left", dx: int = 0, bold: bool = False) -> None:
        """Write `text`, standing on its middle at `y`; cleaned once more, for labels may be words of ads."""
        mark = alt.Chart().mark_text(
            align=align, baseline="middle", dx=dx, fontSize=size, fontWeight="bold" if bold else "normal", aria=False
        )
        safe = ({**row, "text": clean(row["text"], LONGEST)} for row in rows)
        self._add(safe, mark, "x", "text", "colour")

    def chart(self) -> Spec:
        """Return all marks as one layered chart."""
        return {"width": self.width, "height": self.height, "layer": self._layers}

    def _add(self, rows: Iterable[Row], chart: Any, *channels: str) -> None:
        values = [dict(row) for row in rows]
        if not values:
            return
        encodings: dict[str, Any] = {
            "x": alt.X("x:Q", scale=self._x, axis=None),
            "y": alt.Y("y:Q", scale=self._y, axis=None),
        }
        extra = {
            "x2": alt.X2("x2:Q"),
            "y2": alt.Y2("y2:Q"),
            "text": alt.Text("text:N"),
            "colour": alt.Color("colour:N", scale=None, legend=None),
        }
        encodings |= {name if name != "colour" else "color": extra[name] for name in channels if name in extra}
        if chart.mark.type == "line":
            encodings["order"] = alt.Order("x:Q")
        layer = chart.encode(**encodings).to_dict(validate=False, context={"top_level": False})
        self._layers.append(layer | {"data": {"values": values}})  # here, for Altair would copy every row many times


def room(texts: Iterable[str], size: float) -> int:
    """Return about how many pixels the longest of `texts` takes."""
    return round(max((len(text) for text in texts), default=0) * size * GLYPH) + 8


def shorten(text: str, width: float, size: float) -> str:
    """Return `text` cut to about `width` pixels."""
    most = max(4, int(width / (size * GLYPH * 0.92)))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return `text` in one line of about `width` pixels, or two, parted at a blank; what is longer still is cut."""
    if shorten(text, width, size) == text:
        return (text,)
    first, rest = "", text
    for word, after in _parted(text):
        if shorten(word, width, size) != word:
            break
        first, rest = word, after
    return (first, shorten(rest, width, size)) if first else (shorten(text, width, size),)


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind each blank."""
    for at, letter in enumerate(text):
        if letter == " ":
            yield text[:at], text[at + 1 :]


def colours(theme: Theme) -> dict[str, str]:
    """Return label → colour; what is out of scope or uncertain is told apart by its mark."""
    return {
        "genuine_freelance": theme.genuine,
        "disguised_employment": theme.disguised,
        "open_employment": theme.employment,
        "out_of_scope": theme.muted,
        "uncertain": theme.muted,
    }


MARKS: Final = {
    "genuine_freelance": "circle",
    "disguised_employment": "square",
    "open_employment": "triangle-up",
    "out_of_scope": "diamond",
    "uncertain": "triangle-down",
}
"""Label → mark, so that colour is never alone."""
