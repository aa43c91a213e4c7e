"""What is drawn: bars, ranges and lines as plain values, free of any library."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Size = Literal["wide", "narrow"]
"""Charts come for a desktop column and for a phone; text keeps its size."""

WIDTH: Final[dict[Size, int]] = {"wide": 640, "narrow": 320}
"""Width in pixels."""


class Bar(NamedTuple):
    """One bar, its name above it and its figures at its end."""

    name: str
    """Name."""
    value: float
    """Length."""
    text: str
    """The value as written, with n."""
    low: float | None = None
    """Lower end of the interval; None when none is shown."""
    high: float | None = None
    """Upper end of the interval."""
    label: str = "genuine_freelance"
    """Label whose colour it takes."""


class Panel(NamedTuple):
    """Bars under one heading."""

    title: str
    """Heading; empty when the chart has one panel."""
    bars: tuple[Bar, ...]
    """The bars, from the top."""


class Bars(NamedTuple):
    """Bars in panels, all on the scale from 0 to `top`."""

    panels: tuple[Panel, ...]
    """The panels."""
    top: float
    """End of the scale."""


class Range(NamedTuple):
    """The spread of one group: quartiles as a band, median as a dot, its interval as a thin line."""

    name: str
    """Name of the group."""
    text: str
    """Median as written, with n."""
    q1: float
    """First quartile."""
    median: float
    """Median."""
    q3: float
    """Third quartile."""
    low: float
    """Lower end of the median's interval."""
    high: float
    """Upper end of the median's interval."""
    hollow: bool
    """True when few ads make it indicative: the dot is hollow."""
    label: str
    """Label whose colour it takes."""


class Ranges(NamedTuple):
    """Ranges on one scale from 0."""

    rows: tuple[Range, ...]
    """The ranges, from the top."""
    ticks: tuple[tuple[float, str], ...]
    """Marks of the scale, with their words."""


class Point(NamedTuple):
    """A point of a line."""

    at: int
    """Place in the periods, from 0."""
    value: float
    """Height, 0-1."""


class Line(NamedTuple):
    """A line over periods, named at its end."""

    name: str
    """Name."""
    text: str
    """Value of the last period as written; empty when that is hidden."""
    points: tuple[Point, ...]
    """Its points; a hidden one is missing and breaks the line."""
    label: str
    """Label whose colour and mark it takes."""


class Lines(NamedTuple):
    """Lines over periods, shares on a scale from 0."""

    periods: tuple[str, ...]
    """Names of the periods."""
    lines: tuple[Line, ...]
    """The lines."""
    ticks: tuple[tuple[float, str], ...]
    """Marks of the scale, with their words."""


Shape = Bars | Ranges | Lines
"""Any of them."""


class Heading(NamedTuple):
    """What stands above a chart that travels alone."""

    title: str
    """Title; empty on a page that says it itself."""
    about: str
    """n and window; empty on a page that says it itself."""
    sample: str
    """The notice that the ads are sample ads; empty when they are not."""
