"""Pay by the hour, in its own unit, and against the skill asked."""

import numpy as np
import pandas as pd
import pytest

from reports.questions.pay import ask_pay, ask_pay_by_level, ask_pay_full_time, ask_pay_one_end
from reports.questions.pay_against_skill import ask_pay_against_skill
from reports.questions.pay_stated import ask_pay_stated
from reports.questions.pay_units import ask_pay_units
from tests.reports.made import make_facts, make_frame


def paying(eur, **more):
    """Return genuine ads that pay these EUR by the hour, basis unknown, each by a poster of its own."""
    n = len(eur)
    return make_frame(n).assign(
        label="genuine_freelance", tier="A", basis="unknown", eur_min=eur, eur_max=eur, pay_min=eur, pay_max=eur, pay_unit="hour",
        currency="EUR", hiring_organization="", in_reports=True, language="it",
        duplicate_of=pd.array([pd.NA] * n, dtype="Int64"), skill_level=pd.array([2] * n, dtype="Int64"), **more,
    )  # fmt: skip


def ask(question, frame):
    return question(frame, make_facts(frame)).frame


def test_a_median_worked_out_by_hand():
    """Thirty ads from 10 to 39 EUR: median 24.5, interval from the 10th to the 21st value."""
    row = ask(ask_pay, paying(np.arange(10.0, 40.0))).iloc[0]

    assert ("full", 30, 24.5, 19.0, 30.0) == (row["rung"], row["n"], row["median"], row["low"], row["high"])
    assert (17.25, 31.75) == (row["q1"], row["q3"])


def test_ranges_count_with_their_middle_and_both_ends_are_told():
    """10-20 counts as 15; the medians of the ends stand beside."""
    frame = paying(np.full(12, 10.0))
    row = ask(ask_pay, frame.assign(eur_max=20.0)).iloc[0]

    assert (15, 10, 20) == (row["median"], row["median_from"], row["median_to"])


def test_series_are_never_pooled():
    """Gross beside net beside unknown; assumed full time in a table of its own."""
    frame = pd.concat([paying(np.full(12, 10.0)).assign(basis=basis, tier=tier) for basis, tier in
                       (("gross", "A"), ("net", "B"), ("unknown", "A"), ("gross", "C"))], ignore_index=True)  # fmt: skip
    frame["ad_id"] = range(1, len(frame) + 1)

    assert [12, 12, 12] == ask(ask_pay, frame)["n"].tolist()
    assert [0.0, 1.0, 0.0] == ask(ask_pay, frame)["derived"].tolist()
    assert [12] == ask(ask_pay_full_time, frame)["n"].tolist()


def test_one_end_is_counted_apart():
    """`from 10` and `up to 10` are no ranges: no headline counts them."""
    low = paying(np.full(12, 10.0)).assign(eur_max=np.nan)
    high = paying(np.full(12, 30.0)).assign(eur_min=np.nan, ad_id=range(101, 113))
    frame = pd.concat([low, high], ignore_index=True)

    assert ask(ask_pay, frame).empty
    assert [("from_only", 10.0), ("up_to_only", 30.0)] == [
        (row["end"], row["median"]) for _, row in ask(ask_pay_one_end, frame).iterrows()
    ]


def test_pay_by_the_piece_stays_by_the_piece():
    """Cents a word are no EUR an hour; rare units are left out."""
    frame = paying(np.full(12, 0.05)).assign(tier="", eur_min=np.nan, eur_max=np.nan, pay_unit="word")
    rare = paying(np.full(2, 40.0)).assign(tier="", eur_min=np.nan, eur_max=np.nan, pay_unit="post", ad_id=[101, 102])
    rows = ask(ask_pay_units, pd.concat([frame, rare], ignore_index=True))

    assert ask(ask_pay, frame).empty
    assert [("word", "EUR", 0.05)] == [(row["unit"], row["currency"], row["median"]) for _, row in rows.iterrows()]


def test_below_the_yardstick_even_at_the_upper_end():
    """Of 40 ads at level 2, the 25 whose upper end is below 10.62 count; net pay is left out."""
    eur = np.where(np.arange(40) < 25, 8.0, 15.0)
    frame = paying(eur)
    row = ask(ask_pay_against_skill, frame).iloc[0]

    assert ("ccnl_terziario_l4", 10.62, 40, 25) == (row["benchmark"], row["benchmark_eur"], row["n"], row["below"])
    assert row["low"] < row["share"] == 0.625 < row["high"]
    assert ask(ask_pay_against_skill, frame.assign(basis="net")).empty


def test_silence_is_a_result():
    """How many state pay, of how many; a group whose silent ads are few is hidden with them."""
    frame = paying(np.where(np.arange(40) < 25, 8.0, np.nan))
    told = ask(ask_pay_stated, frame).iloc[0]

    assert (25, 40) == (told["ads"], told["of"])
    few = ask(ask_pay_stated, paying(np.where(np.arange(40) < 38, 8.0, np.nan))).iloc[0]
    assert few["ads"] is pd.NA
    assert np.isnan(few["share"])


@pytest.mark.parametrize(("n", "rung"), [(4, "hidden"), (7, "range"), (12, "indicative")])
def test_the_ladder_holds(n, rung):
    """Few ads: no median; very few: nothing."""
    row = ask(ask_pay_by_level, paying(np.full(n, 10.0))).iloc[0]

    assert rung == row["rung"]
    assert np.isnan(row["median"]) == (rung != "indicative")
    assert (row["n"] is pd.NA) == (rung == "hidden")


@pytest.mark.parametrize(("share", "told"), [(0.5, True), (0.55, False), (1.0, False)])
def test_what_one_poster_pays_is_not_what_the_ads_pay(share, told):
    """More than half of the ads: the number is told, no amount, no name; capitals do not hide the poster."""
    n = 40
    names = ["Studio Unico " if at % 2 else "studio unico" for at in range(round(n * share))]
    names += [f"Studio {at}" for at in range(n - len(names))]
    frame = paying(np.full(n, 10.0)).assign(hiring_organization=names, counted=True)
    rows = [ask(question, frame).iloc[0] for question in (ask_pay, ask_pay_by_level)]
    by_unit = ask(ask_pay_units, frame.assign(tier="", pay_unit="word")).iloc[0]
    below = ask(ask_pay_against_skill, frame).iloc[0]

    for row in (*rows, by_unit):
        assert n == row["n"]
        assert ("full" if told else "one_poster") == row["rung"]
        assert told == (row["median"] == 10)
        assert "unico" not in repr(row.to_dict()).casefold()
    assert np.isnan(below["share"]) != told


def test_the_total_of_silence_is_told_where_groups_are_not():
    """Three groups of which few are silent: none is told, all together are."""
    labels = ["genuine_freelance", "disguised_employment", "open_employment"]
    eur = np.where(np.arange(90) % 30 < 27, 8.0, np.nan)
    frame = paying(eur).assign(label=np.repeat(labels, 30), counted=True)
    rows = ask(ask_pay_stated, frame).set_index("label")

    assert rows.loc[labels, "ads"].isna().all()
    assert (81, 90, 0.9) == tuple(rows.loc["total", ["ads", "of", "share"]])


def test_comparable_pay_tells_of_how_many_ads():
    """The ads in scope that state pay or do not: what share states it can be seen under each chart."""
    frame = paying(np.arange(10.0, 40.0))
    silent = frame.assign(
        eur_min=np.nan, eur_max=np.nan, pay_min=np.nan, pay_max=np.nan, tier="", ad_id=range(101, 131)
    )
    both = pd.concat([frame, silent], ignore_index=True)

    for question in (ask_pay, ask_pay_by_level, ask_pay_against_skill):
        table = question(both, make_facts(both))
        assert (30, 60) == (table.n, table.of)
    assert 0 == ask_pay_units(both, make_facts(both)).of
