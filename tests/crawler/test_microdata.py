"""Microdata and RDFa Lite."""

from crawler.html import parse_html
from crawler.microdata import find_items

SCOPE = 'itemscope itemtype="https://schema.org/'


def test_values_and_scopes():
    """Values come from attributes or text; nested items are nested; repeated names make a list."""
    source = f"""<div {SCOPE}JobPosting"><h1 itemprop="title">Assistente <b>virtuale</b></h1>
      <time itemprop="datePosted" datetime="2026-11-02">ieri</time><a itemprop="url" href="/lavoro/1">vai</a>
      <meta itemprop="employmentType" content="PART_TIME"><meta itemprop="employmentType" content="CONTRACTOR">
      <div itemprop="jobLocation" {SCOPE}Place"><p itemprop="address" {SCOPE}PostalAddress">
        <span itemprop="addressLocality">Pisa</span></p></div></div>"""
    (item,) = find_items(parse_html(source))

    assert item == {
        "@type": "JobPosting",
        "title": "Assistente virtuale",
        "datePosted": "2026-11-02",
        "url": "/lavoro/1",
        "employmentType": ["PART_TIME", "CONTRACTOR"],
        "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Pisa"}},
    }


def test_description_keeps_its_lines():
    """Texts keep paragraphs and list items."""
    source = f'<div {SCOPE}JobPosting"><div itemprop="description"><p>Uno</p><ul><li>due</li></ul></div></div>'
    (item,) = find_items(parse_html(source))

    assert item["description"] == "Uno\n\n- due"


def test_properties_of_a_foreign_scope_stay_in_it():
    """A name within an item that is no property belongs to that item."""
    source = f"""<div {SCOPE}JobPosting"><div {SCOPE}Person"><i itemprop="name">Anna</i></div>
      <b itemprop="title">Assistente</b></div>"""
    (item,) = find_items(parse_html(source))

    assert item == {"@type": "JobPosting", "title": "Assistente"}


def test_several_items_and_none():
    """Each posting of a page is found; other items are not."""
    two = f'<div {SCOPE}JobPosting"></div><div {SCOPE}JobPosting"></div>'

    assert len(find_items(parse_html(two))) == 2
    assert find_items(parse_html(f'<div {SCOPE}Product"><i itemprop="name">x</i></div>')) == []


def test_rdfa_lite():
    """`typeof` and `property` say the same, with or without a prefix."""
    source = '<div typeof="schema:JobPosting"><h1 property="schema:title">Assistente</h1></div>'

    assert find_items(parse_html(source)) == [{"@type": "JobPosting", "title": "Assistente"}]


def test_deep_pages():
    """Nesting without end is no trouble."""
    source = f'<div {SCOPE}JobPosting">' + f'<div itemprop="jobLocation" {SCOPE}Place">' * 1000 + "x"

    assert len(find_items(parse_html(source))) == 1
