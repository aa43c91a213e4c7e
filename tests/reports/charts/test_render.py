"""Every shape is drawn in both sizes: one image with its text, within its frame, the same each time."""

import json
import struct
from itertools import pairwise

import altair as alt
import pytest
from lxml import etree

from reports.charts.render import SCALE, render_png, render_svg, specification
from reports.charts.shapes import WIDTH, Bar, Bars, Heading, Line, Lines, Panel, Point, Range, Ranges
from reports.charts.theme import Theme

THEME = Theme()
QUIET = Heading("", "", "")
FULL = Heading(
    "Che cosa chiedono gli annunci, con un titolo lungo che va a capo", "n = 120 annunci", "Annunci di esempio"
)
BARS = tuple(
    Bar(f"voce {at} dal nome piuttosto lungo per una colonna", at / 10, f"{at}0% ({at})", 0, at / 8) for at in (5, 3, 0)
)
SHAPES = {
    "bars": Bars((Panel("", BARS),), 0.7),
    "panels": Bars((Panel("incarico autonomo", BARS), Panel("impiego mascherato", BARS[:1]), Panel("altro", BARS)), 0.7),
    "zero": Bars((Panel("", (Bar("niente", 0.0, "0% (0)"),)),), 0.0),
    "ranges": Ranges((Range("incarico", "22,50 € (n = 45)", 18, 22.5, 28, 20, 25, False, "genuine_freelance"),
                      Range("mascherato", "6,50 €", 6, 6, 6, 6, 6, True, "disguised_employment")), ((0, "0 €"), (10, "10 €"), (30, "30 €"))),
    "lines": Lines(("giu", "lug", "ago", "set"), (
        Line("incarico autonomo", "33%", (Point(0, 0.3), Point(1, 0.31), Point(3, 0.33)), "genuine_freelance"),
        Line("impiego mascherato", "33%", (Point(0, 0.4), Point(1, 0.41), Point(2, 0.3), Point(3, 0.33)), "disguised_employment"),
        Line("incerto", "", (Point(1, 0.05),), "uncertain")), ((0, "0%"), (0.2, "20%"), (0.4, "40%"))),
    "two points": Lines(("giu", "lug"), (Line("a", "1%", (Point(0, 0.01), Point(1, 0.01)), "out_of_scope"),), ((0, "0%"), (0.05, "5%"))),
}  # fmt: skip


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("name", SHAPES)
def test_a_chart_is_one_image_with_its_text(name, size):
    svg = render_svg(SHAPES[name], size, THEME, QUIET, "skills", "Le competenze", "Grafico a barre: 45%.")
    root = etree.fromstring(svg)

    assert "img" == root.get("role")
    assert f"skills-{size}-title skills-{size}-desc" == root.get("aria-labelledby")
    assert ["Le competenze", "Grafico a barre: 45%."] == [root[0].text, root[1].text]
    assert not [
        key for element in root.iter() for key in element.attrib if key.startswith("aria-") and element is not root
    ]
    assert float(root.get("width")) <= WIDTH[size] + 40
    assert "clip-path" not in svg
    assert len(svg) < 30_000


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("name", SHAPES)
def test_what_is_handed_to_vega_is_vega_lite(name, size):
    """Valid by Altair's schema, with nothing to fetch."""
    made = specification(SHAPES[name], size, THEME, FULL)
    alt.Chart.from_dict(made, validate=True)

    assert '"url"' not in json.dumps(made)


@pytest.mark.parametrize("name", SHAPES)
def test_a_picture_that_travels_alone_is_wide_and_the_same_each_time(name):
    first, again = (render_png(SHAPES[name], THEME, FULL) for _ in range(2))
    width, height = struct.unpack(">II", first[16:24])

    assert first == again
    assert width >= WIDTH["wide"] * SCALE
    assert height > 150


def test_a_chart_on_sample_ads_says_so_and_a_quiet_one_has_no_title():
    told = render_svg(SHAPES["bars"], "narrow", THEME, Heading("", "", "Annunci di esempio"), "a", "b", "c")
    quiet = render_svg(SHAPES["bars"], "narrow", THEME, QUIET, "a", "b", "c")

    assert "Annunci di esempio" in told
    assert "Annunci di esempio" not in quiet


def test_fewer_than_three_points_are_not_joined():
    svg = render_svg(SHAPES["two points"], "wide", THEME, QUIET, "a", "b", "c")

    assert 2.5 not in [
        float(width) for width in etree.fromstring(svg).xpath("//*[local-name()='path']/@stroke-width") if "L" in width
    ]
    assert "stroke-linejoin" not in svg or "mark-line" not in svg


@pytest.mark.parametrize("name", ["lines", "two points"])
def test_names_at_the_end_of_lines_do_not_touch(name):
    from reports.charts.lines import APART, _spread

    for size in ("wide", "narrow"):
        shape = SHAPES[name]
        places = sorted(_spread(shape.lines, shape.ticks[-1][0], size))

        assert all(below - above >= APART[size] - 0.01 for above, below in pairwise(places))
