"""`verava label`, driven by keys in a pseudo-terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from classifier.labelling import Labelling
from classifier.read_store import read_store
from classifier.search import SearchTerms
from crawler.ad import Ad
from crawler.store import open_store
from tests.classifier.terminal import Terminal

ROOT = Path(__file__).parents[3]
ADS = [
    (
        "Assistente virtuale",
        "Cerco un'assistente virtuale con partita IVA: orario 9-18 in sede, timbratura, esclusiva, 5 euro l'ora.",
    ),
    (
        "Assistente virtuale per fatture",
        "Freelance con i propri orari e i propri clienti: mandami il tuo preventivo per il pacchetto mensile.",
    ),
    (
        "Assistente virtuale?",
        "Collaborazione da remoto con la nostra piccola azienda, attività varie, forse qualche telefonata la sera.",
    ),
]


@pytest.fixture
def place(tmp_path):
    store = open_store(str(tmp_path / "ads.sqlite"))
    ads = [Ad("s", f"https://s.test/{number}", str(number), *each) for number, each in enumerate(ADS)]
    store.save(store.start_run("s"), ads)
    return tmp_path / "ads.sqlite"


def labels(place):
    return {(row.fields["title"], row.label, row.who) for row in open_store(str(place)).labelled()}


def start(place, small_model, *more):
    return Terminal("label", "--model", small_model, "--store", place, "--who", "anna", "-q", *more)


def test_a_session(place, small_model):
    """The least certain first; a label by one key, evidence shown, undo, skip, quit; another day goes on."""
    with start(place, small_model) as terminal:
        first = terminal.expect("[q] quit")
        terminal.press("2")
        second = terminal.expect("[q] quit")
        terminal.press("x1")
        third = terminal.expect("[q] quit")
        terminal.press("u")
        again = terminal.expect("[q] quit")
        terminal.press("s")
        terminal.expect("[q] quit")
        terminal.press("q")
        terminal.expect("1 labelled, 1 left; `verava train` learns from them")
        assert terminal.end() == 0

    assert "3 to label" in first
    assert "2 to label" in second
    assert "1 to label" in third
    assert "→ undone" in again
    assert "2 to label" in again
    assert "\x1b[4m" in first + second + third  # evidence is underlined
    (given,) = labels(place)
    assert ("disguised_employment", "anna") == given[1:]

    with start(place, small_model) as terminal:
        screen = terminal.expect("[q] quit")
        terminal.press("1")
        terminal.expect("[q] quit")
        terminal.press("4")
        terminal.expect("No ad is left to label.")
        terminal.press("u")
        terminal.expect("1 to label")
        terminal.press("4q")
        terminal.expect("2 labelled, 0 left")
        assert terminal.end() == 0
    assert "2 to label" in screen
    assert len(labels(place)) == 3


def test_the_least_certain_come_first(place, small_model, small_reader):
    """Undecided ads before decided ones, then by probability."""
    store, terms = open_store(str(place)), SearchTerms(())
    read_store(store, small_reader, terms)
    session = Labelling(store, small_reader, terms, "anna")
    seen = []
    while (shown := session.current()) is not None:
        seen.append((shown.reading.label != "uncertain", shown.reading.confidence))
        session.skip()

    assert len(seen) == len(ADS)
    assert sorted(seen) == seen


def test_at_random(place, small_model):
    """In an order that stays: another session goes on; the labels are told apart from the others."""
    order = []
    for keys in ("1u2", "34"):
        with start(place, small_model, "--random") as terminal:
            order.append(terminal.expect("[q] quit"))
            for key in keys:
                terminal.press(key)
                terminal.expect(" [q] quit")
            terminal.press("q")
            terminal.expect(f"{len(keys) if 'u' not in keys else 1} labelled")
            terminal.expect("`verava report` measures by them")
            assert terminal.end() == 0

    given = sorted(open_store(str(place)).labelled(), key=lambda row: row.fields["content_hash"])
    assert [("disguised_employment", True), ("open_employment", True), ("out_of_scope", True)] == [
        (row.label, row.drawn) for row in given
    ]
    assert not any(word in part for part in order for word in ("probabilità", "probability", "What says so"))
    assert "3 to label" in order[0]
    assert "2 to label" in order[1]


def test_ctrl_c_ends_it_quietly_and_loses_nothing(place, small_model):
    """What was labelled before stays."""
    with start(place, small_model) as terminal:
        terminal.expect("[q] quit")
        terminal.press("3")
        terminal.expect("[q] quit")
        terminal.press("\x03")
        terminal.expect("1 labelled, 2 left")
        assert terminal.end() == 0
        assert "Traceback" not in terminal.seen
    assert len(labels(place)) == 1


def test_without_a_terminal_there_is_one_clear_line(place, small_model):
    """A pipe has no keys."""
    done = subprocess.run(
        [sys.executable, "-m", "verava", "label", "--model", small_model, "--store", place],
        input="1\n", capture_output=True, text=True, cwd=ROOT, env=dict(os.environ), check=False,
    )  # fmt: skip

    assert (1, "") == (done.returncode, done.stdout)
    assert "label needs a terminal" in done.stderr
    assert done.stderr.count("\n") == 1
