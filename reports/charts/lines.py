"""Lines over periods, each named at its end and with a mark of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from reports.charts.marks import FONT, MARKS, Plane, Spec, colours, room
from reports.charts.shapes import WIDTH, Line, Lines, Point, Size
from reports.charts.theme import Theme

HEIGHT: Final[dict[Size, int]] = {"wide": 300, "narrow": 280}
"""Height of the plane in pixels."""
FOOT: Final = 30
"""Height of the periods' names."""
FEWEST: Final = 3
"""Fewer points than this are not joined: two points are no trend, and a line between them looks like one."""
NEAR: Final = 9
"""Marks of one period nearer than this, in pixels, would lie on each other: they are set side by side."""
ASIDE: Final = 9
"""By so many pixels."""
APART: Final = {"wide": 19, "narrow": 34}
"""Least distance between two names at the end, in pixels; on a phone they take two lines."""


def draw_lines(shape: Lines, size: Size, theme: Theme) -> Spec:
    """Return the chart; a hidden value breaks the line."""
    font, width, height = FONT[size] - 1, WIDTH[size], HEIGHT[size]
    names = [part for line in shape.lines for part in _words(line, size)]
    left, right = room((text for _, text in shape.ticks), font), width - room(names, font) - 10
    last = max(len(shape.periods) - 1, 1)
    plane = Plane(width, height + FOOT, (0, last, left + 8, right))
    top = shape.ticks[-1][0]
    reach = (0 - 8 * last / (right - left - 8), last)
    _scale(plane, shape, reach, size, theme)
    hues = colours(theme)
    step = ASIDE * last / (right - left - 8)
    aside = _aside(shape.lines, top, height)
    for at, line in enumerate(shape.lines):
        placed = [
            {"x": p.at + aside.get((at, p.at), 0) * step, "y": _y(p.value, top, height), "colour": hues[line.label]}
            for p in line.points
        ]
        for run in _runs(line.points):
            if len(line.points) >= FEWEST and len(run) > 1:
                plane.path(placed[line.points.index(run[0]) : line.points.index(run[-1]) + 1])
        plane.dots(placed, MARKS[line.label], None, 60)
    named = [
        {"x": last, "y": y + at * 15 - (len(_words(line, size)) - 1) * 7.5, "text": part, "colour": theme.ink}
        for line, y in zip(shape.lines, _spread(shape.lines, top, size), strict=True)
        for at, part in enumerate(_words(line, size))
    ]
    plane.texts(named, font, dx=12)
    return plane.chart()


def _aside(lines: tuple[Line, ...], top: float, height: int) -> dict[tuple[int, int], float]:
    """Return (line, period) → how many steps aside its mark stands: marks at one height stand around their period."""
    found: dict[tuple[int, int], float] = {}
    for period in {point.at for line in lines for point in line.points}:
        marks = [(_y(p.value, top, height), at) for at, line in enumerate(lines) for p in line.points if p.at == period]
        for group in _touching(sorted(marks)):
            middle = (len(group) - 1) / 2
            found |= {(at, period): place - middle for place, (_, at) in enumerate(group)}
    return found


def _touching(marks: list[tuple[float, int]]) -> list[list[tuple[float, int]]]:
    """Return the sorted marks in groups whose neighbours are nearer than `NEAR`."""
    groups: list[list[tuple[float, int]]] = []
    for mark in marks:
        if groups and mark[0] - groups[-1][-1][0] < NEAR:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _words(line: Line, size: Size) -> tuple[str, ...]:
    if size == "wide" or not line.text:
        return (f"{line.name} {line.text}".strip(),)
    return (line.name, line.text)


def _y(value: float, top: float, height: int) -> float:
    return round(height - value / top * (height - 12), 2)


def _scale(plane: Plane, shape: Lines, reach: tuple[float, float], size: Size, theme: Theme) -> None:
    font, height, top = FONT[size] - 1, HEIGHT[size], shape.ticks[-1][0]
    rules = ({"x": reach[0], "x2": reach[1], "y": y, "y2": y, "colour": theme.grid}
             for y in (_y(at, top, height) for at, _ in shape.ticks))  # fmt: skip
    plane.rules(rules, 1)
    ticks = ({"x": reach[0], "y": _y(at, top, height), "text": text, "colour": theme.muted} for at, text in shape.ticks)
    plane.texts(ticks, font, align="right", dx=-6)
    every = 1 if size == "wide" and len(shape.periods) <= 7 else max(1, (len(shape.periods) - 1) // 2)  # noqa: PLR2004
    periods = [(at, text) for at, text in enumerate(shape.periods) if at % every == 0]
    plane.texts(({"x": at, "y": height + 18, "text": text, "colour": theme.muted} for at, text in periods),
                font, align="center")  # fmt: skip


def _runs(points: tuple[Point, ...]) -> Iterator[tuple[Point, ...]]:
    """Yield the stretches of `points` without a gap."""
    run: list[Point] = []
    for point in points:
        if run and point.at != run[-1].at + 1:
            yield tuple(run)
            run = []
        run.append(point)
    if run:
        yield tuple(run)


def _spread(lines: tuple[Line, ...], top: float, size: Size) -> list[float]:
    """Return heights of the names: beside their last point, pushed apart where they would touch."""
    wanted = [_y(line.points[-1].value, top, HEIGHT[size]) for line in lines]
    order = sorted(range(len(lines)), key=lambda at: wanted[at])
    placed = list(wanted)
    for above, below in pairwise(order):
        placed[below] = max(placed[below], placed[above] + APART[size])
    over = placed[order[-1]] - (HEIGHT[size] + FOOT - 12)
    for at in reversed(order):
        placed[at] -= max(0.0, over)
        before = order.index(at) - 1
        over = placed[order[before]] + APART[size] - placed[at] if before >= 0 else 0.0
    return placed
