"""JSON-LD as pages hold it: forms and hostile input; whole pages are in test_messy_pages."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.html import parse_html
from crawler.jsonld import find_postings, read_json, read_scripts

JOB = {"@type": "JobPosting", "title": "Assistente"}

READ = [
    ('{"a": 1}', [{"a": 1}]),
    ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
    ('{"a": 1},\n{"b": 2};', [{"a": 1}, {"b": 2}]),
    ('{"a": 1} spiegazione', [{"a": 1}]),
    ('var x = {"a": 1};', [{"a": 1}]),
    ("{&quot;a&quot;: &quot;b&quot;}", [{"a": "b"}]),
    ('{"a": "b &quot;c&quot;"}', [{"a": "b &quot;c&quot;"}]),
    ("", []),
    ("   ", []),
    ("null", []),
    ("solo testo", []),
    ("{}", [{}]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_read_json(text, expected):
    """A script may hold several values, wrapped in what is none; numbers and texts alone are no data."""
    assert read_json(text) == expected


FORMS = [
    (JOB, 1),
    ([JOB, JOB], 2),
    ({"@graph": [JOB, {"@type": "Thing"}]}, 1),
    ({"@type": "WebPage", "mainEntity": JOB}, 1),
    ({"@type": "ItemList", "itemListElement": [{"item": JOB}, {"item": JOB}]}, 2),
    ({"@type": ["Thing", "schema:JobPosting"]}, 1),
    ({"@type": "https://schema.org/JobPosting"}, 1),
    ({"@type": "JobPostingList"}, 0),
    ({"@type": None}, 0),
    ({"@type": {"x": 1}}, 0),
    ({**JOB, "relatedLink": [JOB]}, 1),
]


@pytest.mark.parametrize(("value", "count"), FORMS)
def test_find_postings(value, count):
    """Postings are found wherever sites put them; those within a posting are not ads of this page."""
    assert len(find_postings([value])) == count


def test_references():
    """What a posting refers to by @id is looked up, in a circle too."""
    organisation = {"@id": "#o", "@type": "Organization", "name": "Studio", "subOrganization": {"@id": "#o"}}
    (found,) = find_postings([{"@graph": [{**JOB, "hiringOrganization": {"@id": "#o"}}, organisation]}])

    assert found["hiringOrganization"]["name"] == "Studio"


@pytest.mark.parametrize(
    "kind",
    ["application/ld+json", "Application/LD+JSON; charset=utf-8", "application/json+ld", " application/ld+json "],
)
def test_types(kind):
    """The type attribute is read leniently."""
    root = parse_html(
        f'<script type="{kind}">{json.dumps(JOB)}</script><script type="text/javascript">{{"a": 1}}</script>'
    )

    assert read_scripts(root) == [JOB]


def test_deep_values():
    """Data nested without end are given up, not followed."""
    assert isinstance(read_json("[" * 100_000), list)
    assert find_postings(read_json('{"a":' * 5000 + "1" + "}" * 5000)) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "@value", "mainEntity", "title", "type"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(st.lists(JSON, max_size=3))
def test_any_values(values):
    """Any JSON can be searched."""
    assert isinstance(find_postings(values), list)


@given(st.text(max_size=200))
def test_any_text(text):
    """Any script can be read."""
    assert isinstance(read_json(text), list)


@given(st.text(alphabet='{}[]",:@\\ \nab&;', max_size=120))
def test_any_signs(text):
    """Any soup of JSON's own signs can be read."""
    assert isinstance(read_json('{"a": "' + text), list)
