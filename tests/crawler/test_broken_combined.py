"""Breakages that real pages have, two and three at once, on one posting."""

import json
import random

import pytest

from crawler.page import postings_on_page

URL = "https://annunci.esempio.test/lavoro/42"
TEXT = json.dumps(
    {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Segreteria virtuale per studio dentistico",
        "description": "<p>Cerchiamo chi tenga l'agenda del nostro studio.</p><ul><li>Chiamate e posta</li><li>Fatture</li></ul>",
        "datePosted": "2026-10-05",
        "validThrough": "2099-01-31",
        "employmentType": "CONTRACTOR",
        "hiringOrganization": {"@type": "Organization", "name": "Studio Quercia"},
        "baseSalary": {"currency": "EUR", "value": {"minValue": 14, "maxValue": 18, "unitText": "HOUR"}},
    }
)

BREAKAGES = {
    # in the order in which they are applied: within the posting first, around it last
    "bad escape": lambda text: text.replace("Fatture", r"Fatture \_(o)_/"),
    "raw newline": lambda text: text.replace("</p><ul>", "</p>\n<ul>"),
    "raw tab": lambda text: text.replace("Cerchiamo", "\tCerchiamo"),
    "control sign": lambda text: text.replace("Cerchiamo", "Cer\x01chiamo"),
    "escaped apostrophe": lambda text: text.replace("l'agenda", r"l\'agenda"),
    "inner quotes": lambda text: text.replace("Chiamate e posta", 'Chiamate "vere" e "posta"'),
    "unescaped attribute": lambda text: text.replace("<p>", '<p class="x y">', 1),
    "unescaped link": lambda text: text.replace("Fatture</li>", '<a href="https://e.test/a,b">Fatture</a></li>'),
    "trailing comma within": lambda text: text.replace('"HOUR"}', '"HOUR",}'),
    "missing comma": lambda text: text.replace('"CONTRACTOR", ', '"CONTRACTOR"\n'),
    "comment": lambda text: text.replace('"datePosted"', '/* data */ "datePosted"'),
    "line comment": lambda text: text.replace('"validThrough"', '// fine\n"validThrough"'),
    "undefined": lambda text: text.replace('"datePosted"', '"x": undefined, "datePosted"'),
    "not a number": lambda text: text.replace('"datePosted"', '"y": NaN, "datePosted"'),
    "single quotes": lambda text: text.replace('"title"', "'title'"),
    "trailing comma": lambda text: f"{text[:-1]},}}",
    "cut off": lambda text: text[:-2],
    "array": lambda text: f"[{text}]",
    "graph": lambda text: f'{{"@context": "https://schema.org", "@graph": [{text}]}}',
    "semicolon": lambda text: f"{text};",
    "assignment": lambda text: f"var annuncio = {text};",
    "html comment": lambda text: f"<!--\n{text}\n-->",
    "cdata": lambda text: f"//<![CDATA[\n{text}\n//]]>",
    "after another object": lambda text: f'{{"@type": "Organization", "name": "x"}}\n{text}',
}
NAMES = tuple(BREAKAGES)


def combinations(count):
    """Yield sets of one to three breakages at random, in their order."""
    picker = random.Random(3)
    for _ in range(count):
        yield sorted(picker.sample(NAMES, picker.randint(1, 3)), key=NAMES.index)


def is_read(names):
    """Whether a page with these breakages gives the whole posting."""
    text = TEXT
    for name in names:
        text = BREAKAGES[name](text)
    ads = postings_on_page(f'<html><body><script type="application/ld+json">{text}</script></body></html>', URL)
    return (
        len(ads) == 1
        and (ads[0].title, ads[0].hiring_organization)
        == ("Segreteria virtuale per studio dentistico", "Studio Quercia")
        and ads[0].description.startswith("Cerchiamo chi tenga l'agenda")
        and "Fatture" in ads[0].description
        and ads[0].date_posted == "2026-10-05"
        and ads[0].base_salary is not None
        and ads[0].base_salary.max == 18
    )


@pytest.mark.parametrize("name", NAMES)
def test_one(name):
    """Each breakage alone."""
    assert is_read([name])


def test_combined():
    """Every one of 1,500 combinations is read whole."""
    assert [names for names in combinations(1500) if not is_read(names)] == []
