"""Money asked from the worker: who, what for, how much; nothing small is given away."""

import numpy as np
import pandas as pd
import pytest

from reports.charts.recipes import draw
from reports.checks import CHECKS, check_tables
from reports.findings import find
from reports.population import prepare
from reports.questions.coverage import ask_coverage
from reports.questions.fees import ask_fee_amounts, ask_fee_kinds, ask_fees
from reports.questions.labels import ask_labels, ask_labels_by_month
from tests.reports.made import make_facts, make_frame

ASKS = (ask_labels, ask_labels_by_month, ask_coverage, ask_fees, ask_fee_kinds, ask_fee_amounts)


def asking(kinds, **more):
    """Return ads out of scope, each by a poster of its own, that ask these kinds of money; every ad counts."""
    n = len(kinds)
    values = {"label": "out_of_scope", "fee_min": np.nan, "fee_max": np.nan, "fee_currency": ""} | more
    return make_frame(n).assign(
        fee_kind=kinds, hiring_organization="", in_reports=True, duplicate_of=pd.array([pd.NA] * n, dtype="Int64"), **values
    )  # fmt: skip


def ask(question, frame):
    return question(frame, make_facts(frame)).frame


def test_who_asks_is_counted_by_label_and_in_all():
    """12 of 40 ads out of scope, none of 40 genuine ones: 15 % of 80, with interval."""
    frame = asking(["kit"] * 12 + ["none"] * 68, label=["out_of_scope"] * 40 + ["genuine_freelance"] * 40)
    rows = ask(ask_fees, frame).set_index("label")

    assert (12, 40, 0.3) == tuple(rows.loc["out_of_scope", ["ads", "of", "share"]])
    assert (0, 40, 0.0) == tuple(rows.loc["genuine_freelance", ["ads", "of", "share"]])
    assert (12, 80, 0.15) == tuple(rows.loc["total", ["ads", "of", "share"]])
    assert rows.loc["total", "low"] < 0.15 < rows.loc["total", "high"]


def test_what_for_shares_out_the_ads_that_ask():
    """The most frequent first; together they are all that ask."""
    rows = ask(ask_fee_kinds, asking(["kit"] * 9 + ["deposit"] * 11 + ["none"] * 40))

    assert ["deposit", "kit"] == rows["fee_kind"].tolist()
    assert [11, 9] == rows["ads"].tolist()
    assert {20} == set(rows["of"])


def test_sums_stand_by_currency_and_kind_and_none_is_converted():
    """A range counts with its middle, one end alone as it is; another currency is another row."""
    frame = asking(
        ["kit"] * 12 + ["deposit"] * 10 + ["kit"] * 10 + ["none"] * 20,
        fee_min=[40.0] * 12 + [100.0] * 10 + [20.0] * 10 + [np.nan] * 20,
        fee_max=[60.0] * 12 + [np.nan] * 40,
        fee_currency=["EUR"] * 22 + ["USD"] * 10 + [""] * 20,
    )
    rows = ask(ask_fee_amounts, frame).set_index(["currency", "fee_kind"])

    assert (12, 50.0) == tuple(rows.loc[("EUR", "kit"), ["n", "median"]])
    assert (10, 100.0) == tuple(rows.loc[("EUR", "deposit"), ["n", "median"]])
    assert (10, 20.0) == tuple(rows.loc[("USD", "kit"), ["n", "median"]])
    assert 22 == rows.loc[("EUR", "total"), "n"]
    assert rows["low"].notna().all()


def test_the_ladder_holds_for_sums():
    """Six ads tell their range only; of a group that is mostly one poster's the number alone."""
    few = asking(["kit"] * 6 + ["none"] * 20, fee_min=[50.0] * 6 + [np.nan] * 20, fee_currency=["EUR"] * 6 + [""] * 20)
    rows = ask(ask_fee_amounts, few)
    assert {"range"} == set(rows["rung"])
    assert rows["median"].isna().all()
    assert {50.0} == set(rows["minimum"])

    one = few.assign(
        hiring_organization=["Una sola"] * 6 + [""] * 20, date=pd.date_range("2026-01-01", periods=26, freq="31D")
    )
    assert {"one_poster"} == set(ask(ask_fee_amounts, one)["rung"])


def test_readings_of_before_say_nothing():
    """Where it is not known of all ads, there is no row, no chart and no sentence: not read is not `none`."""
    frame = asking(["kit"] * 12 + ["none"] * 68)
    frame.loc[79, "fee_kind"] = ""
    tables = [question(prepare(frame), make_facts(frame)) for question in ASKS]

    assert [0, 0, 0] == [len(table.frame) for table in tables[-3:]]
    check_tables(tables)
    assert not [finding.key for finding in find(tables, make_facts(frame)) if "fee" in finding.key]


@pytest.mark.parametrize(
    ("kinds", "keys"),
    [
        (["none"] * 30, ["no_fees"]),
        (["kit"] * 3 + ["none"] * 30, []),
        (["kit"] * 8 + ["none"] * 30, ["fees"]),
        (["kit"] * 12 + ["none"] * 30, ["fees", "fee_sum_indicative"]),
        (["kit"] * 32 + ["none"] * 30, ["fees", "fee_sum"]),
    ],
)
def test_what_is_said_depends_on_how_many_ask(kinds, keys):
    """None is a result; one to four are not told; sums from ten on."""
    asked = np.array(kinds) != "none"
    frame = asking(kinds, fee_min=np.where(asked, 50.0, np.nan), fee_currency=np.where(asked, "EUR", ""))
    tables = [question(prepare(frame), make_facts(frame)) for question in ASKS]

    assert keys == [finding.key for finding in find(tables, make_facts(frame)) if "fee" in finding.key]


def test_a_chart_for_who_asks_and_one_for_what():
    """A bar a label that may be told, and the total."""
    frame = asking(["kit"] * 9 + ["deposit"] * 11 + ["none"] * 40)
    for question, bars in ((ask_fees, 2), (ask_fee_kinds, 2)):
        shape = draw(question(frame, make_facts(frame)), "it")
        assert bars == len(shape.panels[0].bars)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_small_follows_from_the_tables(seed):
    """Any mix of labels, kinds, sums and currencies, few or many: all checks hold over all tables together."""
    dice = np.random.default_rng(seed)
    n = int(dice.integers(5, 160))
    frame = make_frame(n, seed=seed, days=60, weights=dice.dirichlet([0.6] * 5))
    asks = dice.random(n) < dice.random()
    sums = asks & (dice.random(n) < dice.random())
    frame = frame.assign(
        fee_kind=np.where(asks, dice.choice(["deposit", "kit", "training", "registration", "other"], n, p=dice.dirichlet([0.5] * 5)), "none"),
        fee_min=np.where(sums, dice.integers(5, 90, n).astype(float), np.nan),
        fee_max=np.nan,
        fee_currency=np.where(sums, dice.choice(["EUR", "USD", "GBP"], n, p=dice.dirichlet([0.5] * 3)), ""),
    )  # fmt: skip
    tables = [question(prepare(frame), make_facts(frame)) for question in ASKS]

    check_tables(tables)
    for table in tables[-3:]:
        for column in table.columns:
            assert table.frame.loc[table.hidden(column.name), column.name].isna().all()


def test_a_small_kind_that_could_be_worked_out_is_found():
    """The check knows nothing of how cells were hidden: it adds and subtracts."""
    frame = asking(["kit"] * 9 + ["deposit"] * 11 + ["none"] * 40)
    tables = {table.name: table for table in (question(frame, make_facts(frame)) for question in ASKS)}
    rows = tables["fee_kinds"].frame
    rows["ads"] = pd.array([17, pd.NA], dtype="Int64")

    assert "fee_kind / kit would be 3" in CHECKS["hidden stays hidden"](tables)
