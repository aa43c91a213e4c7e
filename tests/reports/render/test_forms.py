"""The forms for blogs hold what each platform takes, and nothing that it throws away."""

import json
import re
import struct

import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt

KSES = {"p", "strong", "h2", "figure", "img", "figcaption", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td",
        "ul", "li", "br"}  # fmt: skip
"""Elements that WordPress lets every author post, of those used here."""
ATTRIBUTES = {"src", "alt", "scope"}


def by_folder(report, folder):
    return {name.removeprefix(f"{folder}/"): path for name, path in report.items() if name.startswith(f"{folder}/")}


def size(path):
    return struct.unpack(">II", path.read_bytes()[16:24])


@pytest.mark.parametrize("language", ["it", "en"])
def test_wordpress_keeps_every_element_of_the_fragment(report, language):
    """No script, style, class or handler; every picture has its file and its text; every table its caption."""
    files = by_folder(report, f"wordpress-{language}")
    tree = lxml_html.fragment_fromstring(files["post.html"].read_text(encoding="utf-8"), create_parent="main")

    assert {element.tag for element in tree.iterdescendants()} <= KSES
    assert {name for element in tree.iterdescendants() for name in element.attrib} <= ATTRIBUTES
    assert all(image.get("src") in files and len(image.get("alt")) > 60 for image in tree.xpath(".//img"))
    assert all(table.xpath("caption") for table in tree.xpath(".//table"))
    assert len(tree.xpath(".//figure")) == len(tree.xpath(".//img")) >= 8


@pytest.mark.parametrize("folder", ["wordpress-it", "substack-en"])
def test_what_is_to_be_pasted_fits_its_field(report, folder):
    files = by_folder(report, folder)
    _title, slug, excerpt, tags, *_ = files["post.txt"].read_text(encoding="utf-8").splitlines()

    assert re.fullmatch(r"[^:]+: [a-z0-9-]{10,90}", slug)
    assert len(excerpt.split(": ", 1)[1]) <= 160
    assert tags.count(",") >= 3
    told = {
        line[2:].split(":", 1)[0]
        for line in files["post.txt"].read_text(encoding="utf-8").splitlines()
        if line.startswith("- ")
    }
    assert {name for name in files if name.endswith(".png")} == told


@pytest.mark.parametrize("name", ["wordpress-it/featured.it.png", "substack-en/featured.en.png"])
def test_the_featured_image_has_the_size_of_a_link(report, name):
    assert (1200, 630) == size(report[name])


@pytest.mark.parametrize("language", ["it", "en"])
def test_hugo_gets_a_draft_with_pictures_beside_it(report, language):
    """A leaf bundle: front matter whose every value is JSON, a body without raw HTML, links to files that are there."""
    names = [name for name in report if name.startswith(f"hugo/{language}/") and name.endswith("/index.md")]
    assert 1 == len(names)
    head, body = report[names[0]].read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    values = {name: json.loads(value) for name, value in fields.items() if name != "date"}

    assert values["draft"] is True
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", fields["date"])
    assert values["slug"] == names[0].split("/")[2]
    assert {"title", "description", "summary", "slug", "tags", "images", "params"} <= set(values)
    parsed = MarkdownIt("commonmark", {"html": True}).enable("table").parse(body)
    kinds = {token.type for token in parsed} | {child.type for token in parsed for child in token.children or []}
    assert not kinds & {"html_block", "html_inline", "link_open"}
    pictures = [child.attrs["src"] for token in parsed for child in token.children or [] if child.type == "image"]
    assert len(pictures) >= 8
    assert all(f"{names[0].removesuffix('index.md')}{name}" in report for name in pictures)
    assert "# " not in {line[:2] for line in body.splitlines()}


def test_substack_gets_tables_as_pictures_and_their_numbers_as_text(report):
    files = by_folder(report, "substack-it")
    tree = lxml_html.document_fromstring(files["post.html"].read_text(encoding="utf-8"))

    assert [] == tree.xpath("//table")
    assert all(image.get("src") in files and image.get("alt") for image in tree.xpath("//img"))
    tables = [name for name in files if name.startswith("table-")]
    assert len(tables) >= 8
    assert all(size(files[name])[0] >= 1400 for name in tables)
    assert len(tree.xpath("//main/ul/li")) > 40


def test_the_data_describes_itself(report):
    """A schema.org Dataset whose files are all there, the licence, how to cite, and the facts of the run."""
    dataset = json.loads(report["data/dataset.jsonld"].read_text(encoding="utf-8"))

    assert ("https://schema.org", "Dataset") == (dataset["@context"], dataset["@type"])
    assert {"name", "description", "license", "creator", "dateModified", "variableMeasured", "measurementTechnique", "distribution",
            "temporalCoverage"} <= set(dataset)  # fmt: skip
    assert all(f"data/{one['contentUrl']}" in report for one in dataset["distribution"])
    assert "esempio" in dataset["description"]
    assert [("Article", "it"), ("Article", "en")] == [(one["@type"], one["inLanguage"]) for one in dataset["subjectOf"]]
    assert "CC BY 4.0" in report["data/LICENSE.txt"].read_text(encoding="utf-8")
    citation = report["data/CITATION.txt"].read_text(encoding="utf-8")
    assert "Vera Prova" in citation
    assert "Annunci di esempio" in citation
    method = json.loads(report["data/method.json"].read_text(encoding="utf-8"))
    assert {"funnel", "confusion", "exchange_rates", "versions", "first", "last", "sample", "search_terms"} <= set(
        method
    )
    assert {"stored", "allowed", "unique", "counted", "in_scope", "states_pay", "comparable"} <= set(method["funnel"])


def test_json_and_csv_hold_the_same_rows(report):
    tables = json.loads(report["data/tables.json"].read_text(encoding="utf-8"))["tables"]

    assert {f"data/{table['name']}.csv" for table in tables} <= set(report)
    for table in tables:
        lines = report[f"data/{table['name']}.csv"].read_text(encoding="utf-8").splitlines()

        assert len(lines) == len(table["rows"]) + 1
        assert {"n", "first", "last", "notes"} <= set(table)
        for row in table["rows"]:
            assert not [name for name in row if row.get(f"{name}_hidden") and row[name] is not None]


def test_no_word_of_the_market_nor_of_causes_in_any_form(report):
    """Seen ads, never the market; no sentence says why."""
    for name, path in report.items():
        if name.endswith((".html", ".md", ".txt", ".jsonld")):
            text = path.read_text(encoding="utf-8").lower()

            assert not re.search(
                r"\b(?:il mercato|del mercato|the market|perché|because|a causa|due to|grazie a)\b", text
            ), name
