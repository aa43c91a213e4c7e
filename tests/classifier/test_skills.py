"""The skills an ad asks."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.skills import find_skills, taxonomy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gestione dell'agenda e delle fatture elettroniche", {"adm.calendar", "bk.invoicing"}),
        ("Customer care via chat e social media manager", {"cc.email_support", "sm.management"}),
        ("You will manage inbox, calendar and travel planning", {"adm.email", "adm.calendar", "adm.travel"}),
        ("Esperienza con Excel e tabelle pivot", {"adm.spreadsheet", "adm.spreadsheet_adv"}),
        ("People who excel at teamwork", set()),
        ("From Monday to Friday", set()),
        ("Trello, Asana, Monday", {"pm.tools"}),
        ("Automazioni con Make", {"ai.automation"}),
        ("We make soap", set()),
        ("Keep your word", set()),
        ("Pacchetto Office: Word, Excel", {"adm.office_pack", "adm.wordproc", "adm.spreadsheet"}),
        ("SEO on page e WordPress", {"mk.seo", "wb.wordpress"}),
        ("Montaggio video e reel", {"ds.video"}),
        ("Prima nota e riconciliazione bancaria", {"bk.primanota"}),
        ("Carpenteria metallica", set()),
    ],
)
def test_find_skills(text, expected):
    """Italian and English names, synonyms and tools; ambiguous words only in the right company."""
    assert expected == {hit.id for hit in find_skills(text)}


def test_spans_are_the_ads_own_words():
    """Each skill is found once, where it stands first, in the ad's own words."""
    text = "Cerchiamo chi gestisca l'AGENDA. L'agenda è tutto; anche la newsletter."
    hits = find_skills(text)

    assert ["AGENDA", "newsletter"] == [hit.text for hit in hits]
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)


@pytest.mark.parametrize(
    ("text", "nice"),
    [
        ("Richiesta conoscenza di WordPress", False),
        ("È gradita la conoscenza di WordPress", True),
        ("WordPress is a plus", True),
        ("Nice to have: WordPress", True),
        ("Nice to have: Canva\nRequired: WordPress", False),
    ],
)
def test_welcome_is_not_required(text, nice):
    """A line that calls a skill welcome does not require it; the next line is another matter."""
    assert [nice] == [hit.nice for hit in find_skills(text) if hit.id == "wb.wordpress"]


@given(st.text())
def test_any_text(text):
    """No text breaks it."""
    assert all(hit.id in taxonomy() for hit in find_skills(text))


def test_the_taxonomy_is_sound():
    """Ids are unique and carry their area, levels are 0 to 3, names stand in both languages."""
    from crawler.paths import data_path

    rows = json.loads(data_path("skills", "skills.json").read_text(encoding="utf-8"))

    assert len(rows) == len(taxonomy())
    for skill in taxonomy().values():
        assert skill.level in range(4)
        assert skill.label_it
        assert skill.label_en
