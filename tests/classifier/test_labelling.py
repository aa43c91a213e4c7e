"""From labels in the store to examples that training takes."""

import dataclasses

import pytest

from classifier.labelling import Labelling, labelled_examples, labels_key
from classifier.read_store import read_store
from classifier.search import SearchTerms
from crawler.ad import Ad
from crawler.store import open_store

TEXT = (
    "Cerco un'assistente virtuale per lo studio: agenda, posta, fatture e preventivi, dal lunedì al venerdì dalle nove "
    "alle sei con la nostra sedia e il nostro computer, in esclusiva e con partita IVA, per dieci euro lordi l'ora."
)
AD = Ad("s", "https://s.test/0", "0", "Assistente virtuale", TEXT, hiring_organization="Studio Prova")
TERMS = SearchTerms(())


@pytest.fixture
def store(tmp_path):
    return open_store(str(tmp_path / "ads.sqlite"))


def label(store, reader, ads, given):
    store.save(store.start_run("s"), [dataclasses.replace(ad, identifier=ad.url) for ad in ads])
    read_store(store, reader, TERMS)
    for who, labels in given.items():
        session = Labelling(store, reader, TERMS, who)
        while (shown := session.current()) is not None:
            session.give(labels[shown.url[-1]]) if shown.url[-1] in labels else session.skip()


def ad(number, **changes):
    return dataclasses.replace(AD, url=f"https://s.test/{number}", **changes)


def test_a_label_becomes_an_example(store, small_reader):
    """Text as it is read, label, language, a group of its own, the data set `labelled`."""
    label(store, small_reader, [ad(1)], {"anna": {"1": "disguised_employment"}})

    (example,) = labelled_examples(store.labelled())
    assert ("disguised_employment", "it", "labelled") == (example.label, example.language, example.dataset)
    assert example.text.startswith("Assistente virtuale\n\nCerco un'assistente")


def test_reposts_form_one_group(store, small_reader):
    """An ad and its repost never stand on both sides of a split."""
    ads = [
        ad(1),
        ad(2, description=TEXT.replace("dieci", "undici")),
        ad(
            3,
            title="Grafica",
            description="Loghi e volantini per il mio negozio di fiori, a pacchetto.",
            hiring_organization="Fiori Prova",
        ),
    ]
    label(store, small_reader, ads, {"anna": dict.fromkeys("123", "open_employment")})

    groups = {example.text[:7]: example.group for example in labelled_examples(store.labelled())}
    assert len(labelled_examples(store.labelled())) == 3
    assert len({example.group for example in labelled_examples(store.labelled())}) == 2
    assert groups["Grafica"] != groups["Assiste"]


def test_where_people_disagree_nothing_is_learnt(store, small_reader):
    """Two people, one text, two labels."""
    ads = [ad(1), ad(2, description="Cerchiamo una persona che risponda al telefono e ai messaggi dei nostri ospiti.")]
    given = {"anna": {"1": "open_employment", "2": "out_of_scope"}, "bea": {"1": "out_of_scope", "2": "out_of_scope"}}
    label(store, small_reader, ads, given)

    (example,) = labelled_examples(store.labelled())
    assert "telefono" in example.text


def test_what_was_drawn_by_chance_is_not_learnt(store, small_reader):
    """Nor its repost, nor what another person said of it."""
    ads = [
        ad(1),
        ad(2, description=TEXT.replace("dieci", "undici")),
        ad(3, title="Grafica", description="Loghi e fiori."),
    ]
    label(store, small_reader, ads, {"bea": dict.fromkeys("123", "open_employment")})
    session = Labelling(store, small_reader, TERMS, "anna", drawn=True)
    while not session.current().url.endswith("1"):
        session.skip()
    session.give("open_employment")

    assert len(store.labelled()) == 4
    (example,) = labelled_examples(store.labelled())
    assert example.text.startswith("Grafica")


def test_other_languages_are_left_out(store, small_reader):
    """The reader reads Italian and English."""
    german = "Wir suchen eine freundliche Bürohilfe für unsere Praxis, die Termine vergibt und Rechnungen schreibt."
    label(store, small_reader, [ad(1, title="Bürohilfe gesucht", description=german)], {"anna": {"1": "out_of_scope"}})

    assert labelled_examples(store.labelled()) == []


def test_an_unknown_label_is_refused(store, small_reader):
    """Nothing is stored of it."""
    label(store, small_reader, [ad(1)], {})
    session = Labelling(store, small_reader, TERMS, "anna")

    with pytest.raises(ValueError, match="maybe"):
        session.give("maybe")
    assert session.left == 1
    assert store.labelled() == []


def test_the_key_changes_with_text_and_label(store, small_reader):
    """And is empty where there is nothing."""
    label(store, small_reader, [ad(1)], {"anna": {"1": "open_employment"}})
    (example,) = labelled_examples(store.labelled())

    assert labels_key([]) == ""
    keys = {labels_key([example]), labels_key([dataclasses.replace(example, label="out_of_scope")]), ""}
    assert len(keys) == 3
