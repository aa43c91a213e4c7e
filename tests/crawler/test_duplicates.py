"""Clusters: which ads stand for which, whatever the order, and how well on the labelled pairs."""

import hashlib
import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.board import load_rows
from crawler.duplicates import DuplicateRow, find_duplicates
from crawler.paths import data_path

PAIRS = [json.loads(line) for line in data_path("duplicates", "pairs.jsonl").open(encoding="utf-8")]
TEXT = (
    "Piccolo laboratorio di saponi cerca una persona che una volta al mese aggiorni il negozio online, risponda alle domande "
    "arrivate nel fine settimana e prepari la newsletter con le nostre fotografie. Orari liberi, compenso da concordare insieme."
)


def row(number, text=TEXT, title="Aiuto per negozio online", organization="Saponi Rivo", url="", date="2026-06-01"):
    return DuplicateRow(number, title, organization, text, url, date)


def merged(pair):
    """Whether the two ads of a labelled pair end up in one cluster."""
    rows = [
        DuplicateRow(at, ad["title"], ad["organization"], ad["description"])
        for at, ad in enumerate([pair["a"], pair["b"]])
    ]
    return find_duplicates(rows)[1] == 0


def held_out(pair):
    """Limits were chosen on the other half only."""
    return hashlib.sha256(pair["id"].encode()).digest()[0] % 2 == 1


@pytest.mark.parametrize("half", [False, True], ids=["tuned on", "held out"])
def test_precision_and_recall_on_labelled_pairs(half):
    outcomes = Counter((pair["same"], merged(pair)) for pair in PAIRS if held_out(pair) == half)
    assert outcomes.total() >= 80
    right, wrong, missed = outcomes[True, True], outcomes[False, True], outcomes[True, False]
    assert right / (right + wrong) >= 0.98
    assert right / (right + missed) >= 0.95


def test_the_pairs_are_many_and_of_many_kinds():
    assert len({pair["id"] for pair in PAIRS}) == len(PAIRS) >= 160
    assert len({pair["kind"] for pair in PAIRS}) >= 10
    assert min(Counter(pair["same"] for pair in PAIRS).values()) >= 75
    assert min(Counter(map(held_out, PAIRS)).values()) >= 80


def test_the_board_s_reposts_are_found_and_nothing_else():
    rows = load_rows()
    number = {ad["slug"]: at for at, ad in enumerate(rows)}
    found = find_duplicates(
        DuplicateRow(
            number[ad["slug"]], ad["title"], ad["hiring_organization"], ad["description"], ad["slug"], ad["date_posted"]
        )
        for ad in rows
    )
    truth = {number[ad["slug"]]: number.get(ad["repost_of"] or ad["near_duplicate_of"] or ad["slug"]) for ad in rows}
    assert found == truth


def test_no_two_ads_of_the_corpus_that_were_written_apart_are_merged():
    ads = [
        json.loads(line) for path in sorted(data_path("corpus").glob("*.jsonl")) for line in path.open(encoding="utf-8")
    ]
    found = find_duplicates(DuplicateRow(at, ad["title"], "", ad["description"]) for at, ad in enumerate(ads))
    strangers = [
        (ads[at]["id"], ads[other]["id"]) for at, other in found.items() if ads[at]["group"] != ads[other]["group"]
    ]
    assert strangers == []


def test_the_earliest_stands_for_the_others_whatever_the_order():
    rows = [row(1, date="2026-07-01"), row(2, date="2026-06-01"), row(3, date=""), row(4, date="2026-06-01")]
    assert find_duplicates(rows) == find_duplicates(rows[::-1]) == {1: 2, 2: 2, 3: 2, 4: 2}


def test_one_address_is_one_ad():
    rows = [
        row(1, url="https://a.test/1"),
        row(2, "Tutt'altro testo.", "Altro titolo", "Altri", "https://a.test/1"),
        row(3, "Altro ancora."),
    ]
    assert find_duplicates(rows) == {1: 1, 2: 1, 3: 3}


def test_clusters_grow_by_chains():
    second = TEXT.replace("una volta al mese", "due volte al mese").replace("saponi", "saponi e candele")
    third = second.replace("Orari liberi", "Tempi liberi").replace(
        "con le nostre fotografie", "con le fotografie fatte da noi"
    )
    assert find_duplicates([row(1), row(2, second), row(3, third)]) == {1: 1, 2: 1, 3: 1}


def test_no_ads_have_no_duplicates():
    assert find_duplicates([]) == {}


def test_empty_texts_of_different_titles_stay_apart():
    assert find_duplicates([row(1, "", "Fiorista"), row(2, "", "Contabile"), row(3, "", "Fiorista")]) == {
        1: 1,
        2: 2,
        3: 1,
    }


def test_two_thousand_kin_of_one_template_do_not_explode():
    jobs = ["".join(chr(97 + at // 26**place % 26) for place in range(3)) for at in range(2000)]
    rows = [
        row(
            at, f"{TEXT} Serve esperienza in {job}iera, {job}ologia, {job}etica e {job}istica.", f"Esperta di {job}iera"
        )
        for at, job in enumerate(jobs)
    ]
    assert set(find_duplicates(rows).values()) == set(range(2000))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(DuplicateRow, st.integers(), st.text(max_size=20), st.sampled_from(["", "a", "b"]), st.text(max_size=80),
                          st.sampled_from(["", "https://a.test/"]), st.sampled_from(["", "2026-01-01", "x"])), unique_by=lambda item: item.id))  # fmt: skip
def test_hostile_rows_give_a_representative_that_represents_itself(rows):
    found = find_duplicates(rows)
    assert set(found) == {item.id for item in rows}
    assert all(found[found[number]] == found[number] for number in found)
