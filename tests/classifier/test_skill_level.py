"""The skill level an ad asks."""

import json
import tomllib
from pathlib import Path

import pytest

from classifier.skill_level import read_level, skill_level, title_level
from classifier.skills import find_skills
from classifier.text import compose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data entry da casa\n\nNessuna esperienza richiesta, basta un PC.", 0),
        ("Data entry\n\nInserimento di anagrafiche nel gestionale.", 1),
        ("Segretaria da remoto\n\nRisponderai al telefono e terrai l'agenda.", 1),
        ("Operatrice telefonica\n\nChiamate con script.", 1),
        ("Social media manager\n\nPiano editoriale e grafiche.", 2),
        ("Executive assistant\n\nAgenda, viaggi, verbali.", 2),
        ("Bookkeeper wanted\n\nQuickBooks, bank reconciliation.", 2),
        (
            "Assistente virtuale\n\nNewsletter con Mailchimp, WordPress, Canva, montaggio video e report GA4.",
            2,
        ),
        ("SEO strategist\n\nYou set our strategy.", 3),
        ("Senior Java developer\n\nSpring.", 3),
        ("Cerco aiuto\n\nposta e agenda", 1),
        ("Cerco aiuto\n\nWordPress e newsletter", 2),
    ],
)
def test_skill_level(text, expected):
    """The role in the title first, then the skills, then what is said of experience."""
    assert expected == skill_level(text, find_skills(text))


def test_a_welcome_skill_does_not_lift_the_level():
    """What is only nice to have is not asked."""
    text = "Cerco aiuto\n\nPosta e agenda. È gradito WordPress"

    assert skill_level(text, find_skills(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Appointment setter for a fitness coach\n\nYou book calls.", 1),
        ("Segretaria per avvocato\n\nAgenda e posta.", 1),
        ("Virtual assistant for dentists\n\nYou answer the telephone.", 1),
        ("Avvocato\n\nDiritto del lavoro.", 3),
        ("Psicologa, iscrizione all'albo\n\nColloqui.", 3),
    ],
)
def test_a_client_s_profession_is_not_the_work(text, expected):
    """A profession counts where it is the only role, and nobody serves it."""
    assert expected == skill_level(text, find_skills(text))


def test_a_phrase_counts_once():
    """What an ad repeats is no more evidence than what it says."""
    text = "Cerco aiuto\n\nNominativi da chiamare, altri nominativi, sempre nominativi."
    read = read_level(text, find_skills(text))

    assert [point.kind for point in read.evidence].count("routine") == 1


def test_what_is_held_out_to_anyone_asks_nothing():
    """Phrases that offer work to whoever has a telephone lower the level."""
    text = "Virtual assistant, earn from your phone\n\nNo interview, retired people and beginners welcome."

    assert skill_level(text, find_skills(text)) == 0


def test_hostile_titles_are_read_in_one_pass():
    """A title of nothing but professions is read, however long."""
    assert skill_level("for a coach " * 20_000, ()) == 1


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Addetta segreteria", 1),
        ("Social Media Manager", 2),
        ("Head of marketing", 3),
        ("Ciao a tutti", None),
    ],
)
def test_title_level(title, expected):
    """The highest role in the first line; None where there is none."""
    assert expected == title_level(title)


_TITLES = tomllib.loads((Path(__file__).parent / "skill_level_examples.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (title, int(name[-1]))
        for levels in _TITLES.values()
        for name, table in levels.items()
        for title in table["titles"]
    ],
)
def test_usual_titles(title, expected):
    """What the usual titles of the trade ask, in both languages."""
    text = f"{title}\n\nWe are looking for: {title.lower()}."

    assert skill_level(text, find_skills(text)) == expected


def test_the_evidence_adds_up():
    """Every point is told with its place, and the points make the level."""
    text = "Senior SEO strategist\n\nYou own our strategy; at least 5 years of SEO."
    read = read_level(text, find_skills(text))

    assert read.level == 3
    assert read.points == pytest.approx(1.60 + sum(point.points for point in read.evidence))
    assert {"role_30", "skill_3", "raise"} <= {point.kind for point in read.evidence}
    assert "5 years" in text[next(point for point in read.evidence if point.kind == "raise").start :]


def test_reference_corpus(shared):
    """On the reference corpus, on which the rule was made, two of three levels are exact, nearly all within one."""
    rows = [json.loads(line) for line in (shared / "corpus" / "ads.jsonl").open(encoding="utf-8")]
    gaps = []
    for row in rows:
        text = compose(row, row["language"])
        gaps.append(abs(skill_level(text, find_skills(text)) - row["skill_level"]))

    assert sum(gap == 0 for gap in gaps) / len(gaps) >= 0.66
    assert sum(gap <= 1 for gap in gaps) / len(gaps) >= 0.98
