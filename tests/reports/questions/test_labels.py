"""Shares of labels, corrected and compared."""

import numpy as np
import pandas as pd
import pytest

from classifier.labels import LABELS
from reports.population import prepare
from reports.questions.labels import _together, ask_labels, ask_labels_by_month, ask_labels_by_source
from tests.reports.made import CONFUSION, make_facts, make_frame


def test_corrected_beside_raw(frame, meta):
    """Both shares stand there with an interval; the corrected one is the wider."""
    rows = ask_labels(frame, meta).frame.set_index("label").loc[list(LABELS)]

    assert rows["corrected"].sum() == pytest.approx(1)
    assert ((rows["corrected_high"] - rows["corrected_low"]) > (rows["high"] - rows["low"])).all()
    assert "corrected" in ask_labels(frame, meta).notes


def test_without_measured_errors_nothing_is_corrected(frame):
    """And it is said."""
    table = ask_labels(frame, make_facts(frame, confusion=()))

    assert table.frame["corrected"].isna().all()
    assert "not_corrected" in table.notes


def test_beside_a_hidden_cell_no_corrected_share_is_told():
    """It is worked out from all counts, and would give the hidden one away."""
    frame = make_frame(400, weights=(0.4, 0.4, 0.188, 0.006, 0.006), seed=2)
    rows = ask_labels_by_month(frame, make_facts(frame)).frame
    hidden = rows.groupby("month")["ads_hidden"].transform("any")

    assert hidden.any()
    assert rows.loc[hidden, "corrected"].isna().all()


def test_the_average_is_of_three_periods(frame, meta):
    """Pooled; there is none before the third."""
    rows = ask_labels_by_month(frame, meta).frame
    one = rows[rows["label"] == LABELS[0]].reset_index(drop=True)

    assert one["average"][:2].isna().all()
    assert one["average"][2] == pytest.approx(one["ads"][:3].sum() / one["of"][:3].sum())


def test_the_change_of_a_share_and_when_there_is_none(frame):
    """Told with its interval, unless the mix of sources has moved, or there is no period before."""
    before = prepare(make_frame(seed=11, first="2025-11-01", weights=(0.3, 0.15, 0.35, 0.12, 0.08)))
    elsewhere = prepare(make_frame(seed=11, first="2025-11-01", sources=("altrove.esempio.test",)))
    rows = ask_labels(frame, make_facts(frame, previous=before)).frame.set_index("label")

    assert rows.loc[LABELS[1], "change_low"] > 0.1
    assert rows.loc[LABELS[2], "change_high"] < -0.1
    for previous, note in ((elsewhere, "mix_changed"), (None, "no_previous")):
        table = ask_labels(frame, make_facts(frame, previous=previous))
        assert table.frame["change"].isna().all()
        assert note in table.notes


def test_the_users_own_labels_correct_better(frame):
    """A random sample labelled by hand takes the place of the card's errors."""
    dice = np.random.default_rng(1)
    said = dice.choice(list(LABELS), 300)
    labelled = pd.DataFrame({"label": said, "truth": np.where(dice.random(300) < 0.9, said, LABELS[1])})
    table = ask_labels(frame, make_facts(frame, labelled=labelled))

    assert "corrected_by_sample" in table.notes
    assert table.frame["corrected"].notna().sum() == len(LABELS)
    assert "corrected_by_sample" not in ask_labels_by_month(frame, make_facts(frame, labelled=labelled)).notes
    assert "corrected_by_sample" not in ask_labels(frame, make_facts(frame, labelled=labelled[:99])).notes


def test_many_sources_are_put_together():
    """Fifteen by name, the others together."""
    frame = make_frame(2000, sources=tuple(f"s{number}.esempio.test" for number in range(30)))
    table = ask_labels_by_source(frame, make_facts(frame))

    assert 16 == table.frame["source"].nunique()


def test_two_small_labels_do_not_cost_the_correction():
    """The sum of what is out of scope or undecided is enough: the true shares come out of counts without chance."""
    truth = np.array([0.45, 0.3, 0.22, 0.03])
    errors = np.asarray(CONFUSION, dtype=float)
    expected = 10_000 * truth @ (errors / errors.sum(axis=1, keepdims=True))
    ads = pd.array([*expected[:3].round().astype(int), None, None], dtype="Int64")
    rows = pd.DataFrame({"label": [*LABELS, "uncertain"], "ads": ads, "of": 10_000, "corrected": np.nan})
    found = _together(rows, CONFUSION)

    assert found["corrected"][:4].tolist() == pytest.approx(truth, abs=0.002)
    assert (found["corrected_low"][:4] <= truth).all()
    assert (truth <= found["corrected_high"][:4]).all()
    assert pd.isna(found["corrected"][4])
    assert _together(rows.assign(of=pd.NA), CONFUSION)["corrected"].isna().all()


def test_why_nothing_is_corrected_is_said():
    """Errors are known, but the ads are too few."""
    frame = make_frame(60)

    assert "cannot_correct" in ask_labels(frame, make_facts(frame)).notes
