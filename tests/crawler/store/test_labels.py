"""Labels in the store."""

import dataclasses

import pytest

from crawler.ad import Ad
from crawler.store import open_store

AD = Ad("s", "https://s.test/a", "1", "Assistente virtuale", "Agenda e posta.")


@pytest.fixture
def store(address):
    store = open_store(address)
    ads = [dataclasses.replace(AD, url=f"https://s.test/{n}", identifier=str(n), title=f"VA {n}") for n in range(4)]
    store.save(store.start_run("s"), ads)
    read(
        store,
        [
            ("genuine_freelance", 0.9, True),
            ("uncertain", 0.5, True),
            ("genuine_freelance", 0.6, True),
            (None, None, False),
        ],
    )
    return store


def read(store, values):
    rows = [
        {"version_id": each.version_id, "reader": "r", "in_search": found, "label": label, "confidence": sure}
        for each, (label, sure, found) in zip(next(store.unread("r")), values, strict=True)
    ]
    store.write_readings(rows)


def titles(store, who="anna"):
    return [store.version(version)["title"] for version in store.to_label("r", who)]


def test_the_least_certain_first_and_only_what_was_read(store):
    """Undecided ads, then by probability; ads outside the search are not asked about."""
    assert titles(store) == ["VA 1", "VA 2", "VA 0"]
    assert store.to_label("another reader", "anna") == []


def test_a_label_ends_the_waiting_of_one_person(store):
    """A second person labels the same ads anew."""
    store.give_label(store.to_label("r", "anna")[0], "open_employment", "anna")

    assert titles(store) == ["VA 2", "VA 0"]
    assert len(titles(store, "bea")) == 3
    (row,) = store.labelled()
    assert ("open_employment", "anna", "VA 1") == (row.label, row.who, row.fields["title"])


def test_labelling_again_replaces(store):
    """One label a person and text."""
    first = store.to_label("r", "anna")[0]
    store.give_label(first, "open_employment", "anna")
    store.give_label(first, "out_of_scope", "anna")

    assert [row.label for row in store.labelled()] == ["out_of_scope"]


def test_taking_back_goes_from_the_last_to_the_first(store):
    """Only one's own labels; None when there is none left."""
    first, second, _ = store.to_label("r", "anna")
    store.give_label(first, "open_employment", "anna")
    store.give_label(second, "open_employment", "anna")
    store.give_label(first, "open_employment", "bea")

    assert [second, first, None] == [store.take_label_back("anna") for _ in range(3)]
    assert [row.who for row in store.labelled()] == ["bea"]


def test_a_changed_text_is_to_be_labelled_anew(store):
    """The label stays with the text it was given to."""
    store.give_label(store.to_label("r", "anna")[0], "open_employment", "anna")
    changed = dataclasses.replace(AD, url="https://s.test/1", identifier="1", title="VA 1", description="Orario fisso.")
    store.save(store.start_run("s"), [changed])
    read(store, [("uncertain", 0.4, True)])

    assert titles(store)[0] == "VA 1"
    (row,) = store.labelled()
    assert row.fields["description"] == "Agenda e posta."


def test_forgetting_an_ad_forgets_its_labels(store):
    """Nothing is left of it."""
    store.give_label(store.to_label("r", "anna")[0], "open_employment", "anna")
    store.forget("https://s.test/1")

    assert store.labelled() == []


def test_chance_draws_in_an_order_that_stays(store):
    """By the hash of the text, whatever the reader says; a session goes on where the last one stopped."""
    order = store.to_label("r", "anna", drawn=True)
    hashes = [store.version(version)["content_hash"] for version in order]
    store.give_label(order[0], "open_employment", "anna", drawn=True)

    assert sorted(hashes) == hashes
    assert order[1:] == store.to_label("r", "anna", drawn=True)
    assert order[0] not in store.to_label("r", "anna")
    assert [True] == [row.drawn for row in store.labelled()]


def test_a_label_by_doubt_does_not_keep_an_ad_from_the_draw(store):
    """The ads that are left would be no sample; given anew, the label counts as drawn."""
    first = store.to_label("r", "anna")[0]
    store.give_label(first, "open_employment", "anna")

    assert store.drawn_labels() == {}
    assert first in store.to_label("r", "anna", drawn=True)
    store.give_label(first, "out_of_scope", "anna", drawn=True)
    assert list(store.drawn_labels().values()) == ["out_of_scope"]


def test_each_kind_of_label_is_taken_back_by_itself(store):
    """Undo in a random session never makes a label by doubt a random one."""
    first, second, _ = store.to_label("r", "anna")
    store.give_label(first, "open_employment", "anna", drawn=True)
    store.give_label(second, "open_employment", "anna")

    assert [first, None] == [store.take_label_back("anna", drawn=True) for _ in range(2)]
    assert second == store.take_label_back("anna")


def test_drawn_labels_are_of_the_texts_as_they_are_now(store):
    """The last label stands where two people differ; a changed text has none."""
    first = store.to_label("r", "anna")[1]
    for who, label in (("anna", "open_employment"), ("bea", "out_of_scope")):
        store.give_label(first, label, who, drawn=True)
    assert store.drawn_labels() == {store.version(first)["ad_id"]: "out_of_scope"}

    changed = dataclasses.replace(AD, url="https://s.test/2", identifier="2", title="VA 2", description="Orario fisso.")
    store.save(store.start_run("s"), [changed])
    assert store.drawn_labels() == {}
