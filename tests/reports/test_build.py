"""From a frame to files: whole or not at all, the same bytes twice, the same numbers in both languages."""

import csv
import io
import re

import pytest
from lxml import html as lxml_html

from reports.build import FORMATS, build_report
from reports.charts.theme import Theme
from tests.reports.made import make_facts, make_frame


def test_every_file_told_is_there_and_holds_something(report):
    assert all(path.stat().st_size > 20 for path in report.values())
    assert {"report.it.html", "report.en.html", "report.it.md", "report.en.md", "data/dictionary.csv"} <= set(report)


LANGUAGE_LINKS = {"report.it.html", "report.en.html"}


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_page_stands_alone(report, language):
    """One file under 500 kB that fetches nothing, runs nothing and says so in its policy."""
    text = report[f"report.{language}.html"].read_text(encoding="utf-8")
    page = lxml_html.fromstring(text)

    assert len(text.encode()) < 500_000
    assert language == page.get("lang")
    assert [] == page.xpath("//script | //iframe | //object | //embed | //link | //base | //form | //img")
    assert [] == [
        url for url in page.xpath("//@src | //@href") if not url.startswith("#") and url not in LANGUAGE_LINKS
    ]
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_chart_has_words_and_a_table(report, language):
    page = lxml_html.fromstring(report[f"report.{language}.html"].read_text(encoding="utf-8"))
    charts = page.xpath("//*[local-name()='svg']")

    assert len(charts) >= 10
    for chart in charts:
        title, text = (chart.xpath(f"*[local-name()='{tag}']")[0].text for tag in ("title", "desc"))

        assert chart.get("role") == "img"
        assert title
        assert 60 < len(text) <= 340
        assert "n" in text
        section = next(chart.iterancestors("section"))
        assert section.xpath(".//details//table/caption")
    assert all(cell.get("scope") for cell in page.xpath("//th"))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_report_on_sample_ads_says_so_everywhere(report):
    for name, path in report.items():
        if name.endswith((".html", ".md")):
            text = path.read_text(encoding="utf-8")

            assert "Annunci di esempio" in text or "Sample ads" in text, name
            assert ("it" in re.split(r"[./-]", name)) == ("Annunci di esempio" in text)
    page = lxml_html.fromstring(report["report.it.html"].read_text(encoding="utf-8"))
    for chart in page.xpath("//*[local-name()='svg']"):
        assert "Annunci di esempio" in chart.text_content()


def test_csv_is_for_programs_and_its_dictionary_explains_every_column(report):
    dictionary = list(csv.DictReader(io.StringIO(report["data/dictionary.csv"].read_text(encoding="utf-8"))))
    explained = {(row["file"], row["column"]) for row in dictionary}
    for name, path in report.items():
        if not name.startswith("data/") or not name.endswith(".csv") or name == "data/dictionary.csv":
            continue
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))

        assert {(name.removeprefix("data/"), column) for column in rows[0]} <= explained
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if re.fullmatch(r"\d+,\d+", cell)]
    assert all(row["meaning_it"] and row["meaning_en"] for row in dictionary)


def test_the_same_frame_twice_gives_the_same_bytes(report, tmp_path):
    frame = make_frame()
    facts = make_facts(frame, sample=True)
    again = build_report(frame, facts, tmp_path, languages=("it", "en"), formats=("html", "csv"))
    names = {path.relative_to(tmp_path).as_posix(): path for path in again}

    assert len(names) > 25
    assert [name for name in names if names[name].read_bytes() != report[name].read_bytes()] == []


def test_a_theme_colours_the_page(tmp_path):
    frame = make_frame(60)
    files = build_report(frame, make_facts(frame), tmp_path, languages=("it",), formats=("html",),
                         theme=Theme(genuine="#2f6fb8"))  # fmt: skip

    assert "#2f6fb8" in files[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [1, 7, 40])
def test_a_handful_of_ads_makes_a_report_too(tmp_path, size):
    """Hardly anything may be said of so few; what is left is whole, in every form."""
    frame = make_frame(size)
    files = build_report(frame, make_facts(frame), tmp_path, languages=("it",), formats=FORMATS)
    page = lxml_html.fromstring((tmp_path / "report.it.html").read_text(encoding="utf-8"))

    assert all(path.stat().st_size for path in files)
    assert page.xpath("//h1")
    assert page.xpath("//section[@class='box']")


@pytest.mark.parametrize(("language", "other"), [("it", "en"), ("en", "it")])
def test_quotes_of_the_other_language_are_marked(report, language, other):
    """No quote is marked with the page's own language."""
    page = lxml_html.fromstring(report[f"report.{language}.html"].read_text(encoding="utf-8"))

    assert {other} == set(page.xpath("//td[@class='quotes']/span/@lang | //td/@lang"))


@pytest.mark.parametrize("language", ["it", "en"])
def test_no_table_stands_without_n_and_window(report, language):
    """Each caption names the number of ads and the days; so does the line under each chart."""
    page = lxml_html.fromstring(report[f"report.{language}.html"].read_text(encoding="utf-8"))
    said = [one.text_content() for one in page.xpath("//caption | //figcaption")]

    assert len(said) > 25
    assert all(re.search(r"n = [\d.,]+ .*(annunci|ads).*, .+ 2026", text) for text in said)


def test_a_table_that_discloses_nothing_is_no_page_of_dots(tmp_path):
    """It stands in the data; a reader of the page is spared it."""
    frame = make_frame(60)
    few = frame.assign(
        tier=["C"] * 3 + [""] * 57, label="open_employment", eur_min=[9.0] * 3 + [float("nan")] * 57, eur_max=9.0
    )
    build_report(few, make_facts(few), tmp_path, languages=("it",), formats=("html", "csv"))

    assert (tmp_path / "data/pay_full_time.csv").is_file()
    assert "pay_full_time" not in (tmp_path / "report.it.html").read_text(encoding="utf-8")


def test_a_report_knows_when_it_compares(tmp_path):
    """With a period before, changes stand in the tables."""
    frame, before = make_frame(), make_frame(seed=8, first="2025-11-01")
    build_report(frame, make_facts(frame, previous=before), tmp_path, languages=("it",), formats=("csv",))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "data/labels.csv").read_text(encoding="utf-8"))))

    assert any(re.fullmatch(r"-?0\.\d+", row["change"]) for row in rows)
