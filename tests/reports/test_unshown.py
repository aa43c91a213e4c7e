"""What a chart leaves out is said, and gives nothing away."""

from datetime import date

import pandas as pd
import pytest

from reports.build import FORMATS, build_report
from reports.charts.recipes import draw
from reports.population import prepare
from reports.questions.labels import ask_labels
from reports.table import Column, Table
from reports.unshown import joined_rest, left_out, rest
from tests.reports.made import make_facts, make_frame

LABELS = ["genuine_freelance", "disguised_employment", "open_employment", "out_of_scope", "uncertain"]


def labels(counts, of, name="labels"):
    """Return a table of labels; a count of None is hidden."""
    ads = pd.array(counts, dtype="Int64")
    rows = pd.DataFrame({"label": LABELS[: len(counts)], "ads": ads, "of": pd.array([of] * len(counts), dtype="Int64")})
    share = rows["ads"].astype("Float64").astype(float) / (of or 1)
    rows = rows.assign(share=share, low=share, high=share, ads_hidden=rows["ads"].isna(), of_hidden=of is None)
    return Table(
        name, rows, (Column("label", "key"), Column("ads", "count")), of or 0, date(2026, 6, 1), date(2026, 7, 1)
    )


def test_two_small_labels_share_a_bar_and_the_bars_are_the_whole():
    """What is out of scope and what is undecided, one of them too small to be told."""
    table = labels([50, 30, 20, None, None], 112)

    assert joined_rest(table).ads == 12
    (panel,) = draw(table, "it").panels
    assert sum(bar.value for bar in panel.bars) == pytest.approx(1)
    assert ("fuori tema o incerto", "11% (12)") == (panel.bars[-1].name, panel.bars[-1].text)
    assert "12 ads of 112 (11%)" in left_out(table, "en")


@pytest.mark.parametrize(
    ("counts", "of", "expected"),
    [
        ([50, 30, 20, 8, 7], 115, ""),
        ([50, 30, 20, None, None], None, "out of scope, uncertain"),
        ([50, 30, 20, 8, None], 112, "uncertain"),
        ([50, None, None, None, None], 112, "62 ads of 112 (55%)"),
    ],
)
def test_what_cannot_be_cured_is_said(counts, of, expected):
    """Nothing hidden, nothing said; a total that is hidden, or fewer than five ads, leave the names alone."""
    table = labels(counts, of)

    assert expected in left_out(table, "en")
    assert bool(expected) == bool(left_out(table, "it"))
    assert joined_rest(table) is None


def test_pay_that_nearly_all_state_says_why_it_is_missing():
    """The few that keep silent would be told by the rest."""
    assert "disguised job" in left_out(labels([20, None, 30], 50, "pay_stated"), "en")


@pytest.mark.parametrize("seed", range(6))
def test_what_is_told_together_is_never_few(seed):
    """Of any frame: at least five ads, and more than one label."""
    frame = prepare(make_frame(90, seed=seed, weights=(0.45, 0.3, 0.17, 0.05, 0.03)))
    found = rest(ask_labels(frame, make_facts(frame, confusion=None)))

    assert found is None or (found.ads >= 5 and len(found.labels) > 1)


def test_it_stands_under_the_chart_in_every_form(tmp_path):
    """Not in the folded table, where nobody would look for it."""
    frame = make_frame(400, weights=(0.4, 0.4, 0.165, 0.025, 0.01), seed=3)
    meta = make_facts(frame, confusion=())
    said = left_out(ask_labels(prepare(frame), meta), "en")
    build_report(frame, meta, tmp_path, languages=("en",), formats=FORMATS)
    texts = [file.read_text(encoding="utf-8") for file in tmp_path.rglob("*") if file.suffix in {".html", ".md"}]

    assert "told together" in said
    assert len(texts) >= 4
    assert all(said[1:40] in text for text in texts)
