"""Lines over periods."""

from reports.charts.lines import ASIDE, draw_lines
from reports.charts.shapes import Line, Lines, Point
from reports.charts.theme import Theme

TICKS = ((0.0, "0%"), (0.5, "50%"))


def marks(*lines):
    """Return the places (x, y) of the marks of lines with these values, drawn."""
    shape = Lines(
        ("Jan", "Feb", "Mar"),
        tuple(
            Line(label, "", tuple(Point(at, value) for at, value in enumerate(values)), label)
            for label, values in zip(
                ("genuine_freelance", "disguised_employment", "open_employment"), lines, strict=False
            )
        ),
        TICKS,
    )
    layers = draw_lines(shape, "wide", Theme())["layer"]
    dots = [layer for layer in layers if layer["mark"]["type"] == "point"]
    return [[(value["x"], value["y"]) for value in layer["data"]["values"]] for layer in dots]


def test_marks_at_one_height_stand_side_by_side():
    """Around their period, at their true height; the others stay in their place."""
    one, two = marks((0.2, 0.3, 0.4), (0.2, 0.1, 0.1))

    assert one[0][1] == two[0][1]
    assert one[0][0] < 0 < two[0][0]
    assert one[0][0] == -two[0][0]
    assert [1, 2] == [x for x, _ in one[1:]] == [x for x, _ in two[1:]]


def test_three_marks_at_one_height_leave_one_in_its_place():
    """To the left, in the middle, to the right."""
    places = [line[1][0] for line in marks((0.1, 0.3, 0.1), (0.2, 0.3, 0.2), (0.3, 0.3, 0.3))]

    assert places == sorted(places)
    assert places[1] == 1
    assert places[2] - places[0] < 2 * ASIDE / 100
