"""Hostile ads do nothing in any form: nothing runs, nothing is fetched, no page, cell or chart changes its make."""

import csv
import io
import json
import random
import re

import pandas as pd
import pytest
from lxml import html as lxml_html

from reports.build import FORMATS, build_report
from reports.charts.render import render_svg
from reports.charts.shapes import Bar, Bars, Heading, Line, Lines, Panel, Point, Range, Ranges
from reports.charts.theme import Theme
from reports.frames import validate
from tests.reports.hostile import hostile_forms
from tests.reports.made import make_facts, make_frame
from tests.reports.payloads import FORMULAS, HTML, LABELS, MARKDOWN

RUNS = {"script", "iframe", "object", "embed", "link", "base", "form", "input", "button", "textarea", "select", "frame", "frameset",
        "applet", "audio", "video", "source", "marquee", "keygen", "template", "noscript", "foreignobject", "animate", "use", "math"}  # fmt: skip
MARKER = "Zibaldone Rossi"
"""Stands for what identifies a poster."""
ADDRESSES = {"src", "href", "action", "formaction", "data", "srcdoc", "background", "poster", "xlink:href", "srcset"}


@pytest.fixture(scope="module")
def forms():
    return hostile_forms(HTML, title=HTML[4], author=HTML[0])


def pages(files):
    return {name: data.decode() for name, data in files.items() if name.endswith(".html")}


def test_there_are_enough_payloads():
    assert len(set(HTML)) >= 60
    assert len(set(MARKDOWN)) >= 20
    assert len(set(FORMULAS)) >= 15


def test_no_html_form_holds_anything_that_runs_or_fetches(forms):
    """Parsed as a browser would: no element that runs, no handler, no address but our own pictures and anchors."""
    found = pages(forms)

    assert {"report.it.html", "wordpress-it/post.html", "substack-it/post.html"} == set(found)
    for name, text in found.items():
        tree = lxml_html.document_fromstring(text)
        for element in tree.iter():
            tag = str(element.tag).lower()

            assert tag not in RUNS, (name, tag)
            for attribute, value in element.attrib.items():
                assert not attribute.lower().startswith("on"), (name, attribute)
                if attribute.lower() in ADDRESSES:
                    assert re.fullmatch(r"#[a-z_-]+|[a-z0-9-]+\.it\.png", value), (name, value)
        assert len(tree.xpath("//style")) == (1 if name == "report.it.html" else 0)
        assert len(tree.xpath("//meta[@http-equiv]")) == (0 if name.startswith("wordpress") else 1)


def test_the_hostile_text_is_shown_as_text(forms):
    """It is not dropped either: what the ad said can be read."""
    shown = lxml_html.document_fromstring(pages(forms)["report.it.html"]).text_content()

    assert "<img src=x onerror=window.hit=1>" in shown
    assert "<svg onload=window.hit=1>" in shown


def test_markdown_holds_no_template_tag_and_no_bare_address():
    """Shortcodes, Liquid and addresses that a reader would make into links; `test_markdown_readers` has the rest."""
    for name, data in hostile_forms(MARKDOWN).items():
        if name.endswith(".md"):
            body = data.decode().split("\n---\n", 1)[-1]

            assert [] == re.findall(r"\{\{|\{%|\{<|(?<!\\)\]\(http|<http|https?:|www\.", body)


def test_front_matter_is_plain_yaml_whatever_the_title_says():
    for title in (*MARKDOWN, *HTML[:5], 'a": b\nx: y', "'\n---\n"):
        name, text = next((name, data.decode()) for name, data in front(title).items() if name.endswith("index.md"))
        head = text.split("\n---\n", 1)[0].removeprefix("---\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines())

        assert "true" == fields["draft"]
        assert re.fullmatch(r"hugo/it/[a-z0-9-]{7,90}/index\.md", name)
        for field, value in fields.items():
            if field not in {"draft", "date"}:
                json.loads(value)


def front(title):
    from reports.frames import empty
    from reports.render.hugo import render_hugo
    from reports.view import make_page

    return render_hugo(make_page([], make_facts(empty(), title=title, author=title), [title], "it"), {}, b"")


def test_no_csv_cell_starts_a_formula_and_the_file_is_read_back_alike():
    files = {name: data for name, data in hostile_forms(FORMULAS).items() if name.endswith(".csv")}

    assert len(files) == 3
    for name, data in files.items():
        rows = list(csv.reader(io.StringIO(data.decode())))

        assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r\n\0＝＋－＠|%")], name
        again = pd.read_csv(io.BytesIO(data), header=None, dtype=str, keep_default_na=False)
        assert rows == again.to_numpy().tolist()


def test_no_form_holds_control_or_bidi_characters():
    for name, data in hostile_forms(LABELS, title=LABELS[5], author=LABELS[4]).items():
        if not name.endswith(".png"):
            assert not re.search(
                r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", data.decode()
            ), name
            assert max(map(len, data.decode().split())) < 20_000


_SIGNS = "abcÀß漢🤷\u0301\u202e\x00\x1b\udc80$\\{}<>&\"'`|%#\u2028\ufeff \n"
"""Letters, signs of markup, control characters, a mark that turns the writing, half a character."""


def shapes(names):
    """Return charts of all three kinds whose every name, figure, heading and mark of a scale is one of `names`."""
    pairs = list(zip(names[::2], names[1::2], strict=True))
    for at in range(0, len(pairs), 250):
        some = pairs[at : at + 250]
        bars = tuple(Bar(name, 0.5, text, 0.4, 0.6) for name, text in some[:150])
        ranges = tuple(Range(name, text, 1, 2, 3, 1, 3, False, "genuine_freelance") for name, text in some[150:240])
        lines = tuple(Line(name, text, (Point(0, 0.2), Point(1, 0.4)), "out_of_scope") for name, text in some[240:246])
        ends = [text for pair in some[246:] for text in pair]
        yield Bars((Panel(some[0][0], bars),), 1.0)
        if lines and ends:
            yield Ranges(ranges, ((0.0, ends[0]), (4.0, ends[1])))
            yield Lines((ends[2], ends[3]), lines, ((0.0, ends[4]), (0.5, ends[5])))


def test_charts_never_stumble_over_labels():
    """The known stumbling stones and 10,000 random names: an SVG each time, with nothing in it that runs."""
    dice = random.Random(11)
    names = [*LABELS, "x"] + ["".join(dice.choices(_SIGNS, k=dice.choice((2, 5, 9, 40)))) for _ in range(9_978)]
    assert len(names) == 10_000
    for shape in shapes(names):
        svg = render_svg(shape, "narrow", Theme(), Heading("", "", "x"), "x", "title", "alt")

        assert svg.startswith("<svg")
        assert not re.search(r"<script|<foreignObject|<image|<a |href=|onload|\son\w+=", svg)


@pytest.mark.parametrize("text", [HTML[10], MARKDOWN[0], FORMULAS[0], "x" * 100_000])
def test_a_title_of_the_users_own_is_no_way_in(text):
    files = hostile_forms(["parola"], title=text, author=text)

    assert "<img src=x" not in files["report.it.html"].decode()
    assert len(files["report.it.html"]) < 500_000


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Build a report on ads whose every field is hostile and names its poster."""
    frame = make_frame(240)
    texts = [HTML[at % len(HTML)] for at in range(len(frame))]
    for name in ("title", "hiring_organization", "url", "attribution"):
        frame[name] = [f"{MARKER} {text}" for text in texts]
    frame["source"] = pd.Series([HTML[at % 3] for at in range(len(frame))], dtype="category")
    frame["evidence"] = pd.Series(
        [[{**span, "text": text} for span in spans] for spans, text in zip(frame["evidence"], texts, strict=True)],
        dtype="object",
    )
    out = tmp_path_factory.mktemp("whole")
    files = build_report(validate(frame), make_facts(frame), out, languages=("it",), formats=FORMATS)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def test_titles_posters_and_addresses_of_ads_are_in_no_file(whole):
    """What may identify a person or an ad is counted, never shown."""
    assert [] == [name for name, data in whole.items() if MARKER.encode() in data]
    assert [] == [name for name, data in whole.items() if b"https://bacheca" in data]


def test_hostile_ads_in_the_store_make_a_page_in_which_nothing_runs(whole):
    for name in ("report.it.html", "wordpress-it/post.html", "substack-it/post.html"):
        tree = lxml_html.document_fromstring(whole[name].decode())
        found = {str(element.tag).lower() for element in tree.iter()}

        assert not found & RUNS, name
        assert not [key for element in tree.iter() for key in element.attrib if key.lower().startswith("on")]
    assert b"window.hit" in whole["report.it.html"]
