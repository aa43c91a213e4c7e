"""Sentences: made of checked figures, and no more than these bear."""

import re
import string
from datetime import date

import pandas as pd
import pytest

from reports.findings import find, findings
from reports.numerals import numerals
from reports.population import prepare
from reports.questions import QUESTIONS
from reports.sentences import Figure, Finding, say, templates
from reports.table import Column, Table
from tests.reports.made import make_facts, make_frame

FORBIDDEN = {
    "it": r"mercato|perch[eé]|caus|dovut|grazie a|porta a|provoc|poich[eé]|siccome",
    "en": r"market|because|caus|due to|thanks to|leads? to|results? in|therefore",
}


def ask(frame, **facts):
    meta = make_facts(frame, **facts)
    return [question.ask(prepare(frame), meta) for question in QUESTIONS], meta


@pytest.mark.parametrize("language", ["it", "en"])
def test_sentences_speak_of_ads_seen_and_name_no_cause(language):
    """`annunci visti`, never the market; no causal words; every one carries a number."""
    for key, template in templates()[language].items():
        assert not re.search(FORBIDDEN[language], template.lower()), key
        assert key == "few" or "{" in template
    assert all("annunci" in text for text in templates()["it"].values())


def test_both_languages_hold_the_same_figures():
    """The same keys, and in each the same names; the same numbers in the templates themselves."""
    italian, english = templates()["it"], templates()["en"]

    assert italian.keys() == english.keys()
    for key in italian:
        names = [
            sorted(name for _, name, _, _ in string.Formatter().parse(texts[key]) if name)
            for texts in (italian, english)
        ]
        assert names[0] == names[1], key
        assert numerals(re.sub(r"\{.*?\}", "", italian[key]), "it") == numerals(
            re.sub(r"\{.*?\}", "", english[key]), "en"
        )


def test_the_headline_is_corrected_and_holds_interval_and_raw_counts(frame):
    """Share, interval, n, raw counts: nobody has to look for them."""
    tables, meta = ask(frame)
    first = findings(tables, meta, "it")[0]
    row = next(table for table in tables if table.name == "labels").frame.set_index("label").loc["disguised_employment"]

    assert f"{row['corrected']:.0%}" in first
    assert f"{row['corrected_low']:.0%}–{row['corrected_high']:.0%}" in first
    assert f"{row['ads']}" in first


def test_without_measured_errors_the_headline_says_raw(frame):
    """Then it is what the reader said, no more."""
    tables, meta = ask(frame, confusion=())

    assert "conteggi grezzi" in findings(tables, meta, "it")[0]
    assert "raw counts" in findings(tables, meta, "en")[0]


def test_too_few_ads_say_nothing():
    """Three ads: one sentence, without a figure."""
    tables, meta = ask(make_frame(3))

    assert [texts["few"] for texts in (templates()["it"],)] == findings(tables, meta, "it")


def test_overlapping_medians_are_not_ranked(frame):
    """Where intervals overlap, the two cannot be told apart."""
    alike = frame.assign(
        eur_min=frame["eur_min"].where(frame["eur_min"].isna(), 12.0),
        eur_max=frame["eur_max"].where(frame["eur_max"].isna(), 12.0),
    )
    keys = {name: [finding.key for finding in find(*ask(rows))] for name, rows in (("apart", frame), ("alike", alike))}

    assert "pay_apart" in keys["apart"]
    assert "pay_alike" in keys["alike"]


def test_a_change_is_told_only_when_it_can_be_told_apart(frame):
    """The interval decides between the two sentences; without a period before there is none."""
    moved = prepare(make_frame(seed=11, first="2025-11-01", weights=(0.3, 0.1, 0.4, 0.12, 0.08)))
    same = prepare(make_frame(seed=11, first="2025-11-01"))
    keys = [
        {finding.key for finding in find(*ask(frame, previous=before))} & {"change", "no_change"}
        for before in (moved, same, None)
    ]

    assert [{"change"}, {"no_change"}, set()] == keys


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.34, "il 34%"),
        (0.08, "l’8%"),
        (0.11, "l’11%"),
        (0.81, "l’81%"),
        (0.18, "il 18%"),
        (0.001, "lo 0%"),
        (0.01, "l’1%"),
    ],
)
def test_italian_articles(share, text):
    """Percentages take the article of the word that is read."""
    said = say(
        Finding(
            "silence", {"silent": Figure("count", 5), "of": Figure("count", 9), "the_share": Figure("the_share", share)}
        ),
        "it",
    )

    assert text in said


def test_what_is_asked_most_says_of_which_list(frame):
    """Services and skills are two lists, and two sentences."""
    keys = [finding.key.removesuffix("_alike") for finding in find(*ask(frame))]

    assert {"service", "skill", "cue"} <= set(keys)


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [((34, 64), (22, 64), "skill"), ((32, 64), (23, 64), "skill_alike"), ((30, 64), (30, 64), "skill_alike")],
)
def test_the_order_is_told_where_the_difference_bears_it(first, second, key):
    """53 % and 34 % of 64 ads differ, though their intervals just overlap; 50 % and 36 % may not."""
    ads, of = zip(first, second, strict=True)
    rows = pd.DataFrame({"label": "genuine_freelance", "skill": ["adm.email", "ct.blog"], "ads": ads, "of": of})
    rows = rows.assign(share=rows["ads"] / rows["of"])
    table = Table("skills", rows, (Column("skill", "key"),), 64, date(2026, 6, 1), date(2026, 7, 1))

    assert [key] == [finding.key for finding in find([table], make_facts(make_frame(3))) if "skill" in finding.key]
