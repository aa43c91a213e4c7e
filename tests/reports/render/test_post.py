"""What is pasted beside a post fits its field and is plain."""

import pytest

from reports.frames import empty
from reports.render.post import EXCERPT, excerpt, slug
from reports.view import make_page
from tests.reports.made import make_facts


def page(headline="", **changes):
    return make_page([], make_facts(empty(), **changes), [headline] if headline else [], "it")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Che cosa offrono gli annunci?", "che-cosa-offrono-gli-annunci-2026-05"),
        ("È già così: 100 % «vero»", "e-gia-cosi-100-vero-2026-05"),
        ("../../etc/passwd\0", "etc-passwd-2026-05"),
        ("日本", "2026-05"),
        ("uno due tre quattro cinque sei sette otto nove", "uno-due-tre-quattro-cinque-sei-sette-otto-2026-05"),
        ("", "annunci-per-assistenti-virtuali-che-cosa-offrono-davvero-2026-05"),
        ("x" * 500, None),
    ],
)
def test_the_address_is_plain_ascii(title, expected):
    found = slug(page(title=title))

    assert len(found) <= 90
    assert found.isascii()
    assert expected in {found, None}


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Su 80 annunci visti, il 38% è mascherato.", "Su 80 annunci visti, il 38% è mascherato."),
        ("Su 80 annunci visti, il 38% è mascherato e il 23% no; " * 2 + "e poi ancora altro, " * 6,
         "Su 80 annunci visti, il 38% è mascherato e il 23% no; Su 80 annunci visti, il 38% è mascherato e il 23% no."),
        ("parola " * 60, ("parola " * 60)[: EXCERPT - 1].rsplit(" ", 1)[0] + "…"),
        ("", "Annunci per assistenti virtuali: che cosa offrono davvero"),
    ],
)  # fmt: skip
def test_the_excerpt_ends_where_a_clause_or_a_word_ends(headline, expected):
    assert expected == excerpt(page(headline))
    assert len(expected) <= EXCERPT


def test_the_excerpt_of_sample_ads_begins_by_saying_so():
    assert excerpt(page("Su 80 annunci visti.", sample=True)).startswith("Annunci di esempio. ")
