"""Terms in blocks."""

from classifier.terms import BLOCKS, HEAD_LINES, TITLE_CHARACTERS, head_terms, title_terms, word_parts
from classifier.text import compose


def test_the_title_is_the_first_line_only():
    """And of it so many characters."""
    assert title_terms("Uno due\ntre") == ["title:uno", "title:due", "title:uno due"]
    long = "ab " * 200
    assert sum(" " not in term for term in title_terms(long)) == TITLE_CHARACTERS // 3


def test_what_compose_writes_the_head_reads():
    """Type, pay and place in either language; of a place only how one works."""
    for language in ("it", "en"):
        fields = {
            "title": "VA",
            "employment_type": ["FULL_TIME"],
            "pay_raw": "9 euro",
            "job_location": "Remote, Torino",
            "description": "Testo: agenda.",
        }
        terms = head_terms(compose(fields, language))

        assert {"employment_type:full", "employment_type:time", "job_location", "job_location:remote"} <= set(terms)
        assert "pay_raw:euro" in terms
        assert not any("torino" in term for term in terms)


def test_a_body_line_is_not_the_head():
    """Lines further down, and lines without a heading, say nothing."""
    assert head_terms("VA\n" + "x\n" * HEAD_LINES + "Tipo: a ore") == []
    assert head_terms("Tipo: a ore") == []
    assert head_terms("VA\nOrari: mattina") == []


def test_parts_bridge_endings():
    """Assistente and assistenti share all parts but the last."""
    one, other = word_parts("assistente"), word_parts("assistenti")

    assert len(set(one) & set(other)) == len(one) - 2
    assert word_parts("va") == [" va "]


def test_no_text_no_terms():
    """In any block."""
    assert all(analyzer("") == [] for analyzer in BLOCKS.values())
