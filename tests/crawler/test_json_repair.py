"""Broken JSON, repaired in one pass."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.json_repair import repair

BROKEN = [
    ('{"a": 1,}', {"a": 1}),
    ('{"a": [1, 2,],}', {"a": [1, 2]}),
    ('{"a": 1,, "b": 2}', {"a": 1, "b": 2}),
    ('{"a": "x" "b": 2}', {"a": "x", "b": 2}),
    ('{"a": "x"\n"b": 2}', {"a": "x", "b": 2}),
    (r'{"a": "\_(x)\_"}', {"a": r"\_(x)\_"}),
    ('{"a": "x\ny\tz"}', {"a": "x\ny\tz"}),
    ('{"a": "dice "ciao" a tutti", "b": 1}', {"a": 'dice "ciao" a tutti', "b": 1}),
    ('{"a": "usa "X", "Y" e "Z"", "b": 1}', {"a": 'usa "X", "Y" e "Z"', "b": 1}),
    ("{'a': 'l\\'ora', \"b\": 1}", {"a": "l'ora", "b": 1}),
    ("{a: 1, b: true, c: undefined, d: None}", {"a": 1, "b": True, "c": None, "d": None}),
    ('{"a": 1 /* c */, // d\n "b": 2}', {"a": 1, "b": 2}),
    ('{"a": "http://e.test/x"}', {"a": "http://e.test/x"}),
    ('{"a": {"b": [1, {"c": "d', {"a": {"b": [1, {"c": "d"}]}}),
    ('{"a": 1};', {"a": 1}),
    ('{"a": }', {"a": None}),
    ('{"a": 01}', {"a": "01"}),
    ('{"a": "\\u00e8 \\/ \\" \\\\"}', {"a": 'è / " \\'}),
]


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_repair(text, expected):
    """What a person would read is what is read."""
    assert json.loads(repair(text), strict=False) == expected


PLAIN = st.text(st.characters(exclude_characters="\"'", codec="utf-8"), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PLAIN.filter(bool), inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(PLAIN.filter(bool), VALUES, min_size=1, max_size=4))
def test_sound_json_is_not_harmed(value):
    """Valid JSON means the same after the pass."""
    assert json.loads(repair(json.dumps(value, ensure_ascii=False))) == value


@given(st.text(alphabet="{}[]\"':,;\\/* \nab1", max_size=80))
def test_never_fails(text):
    """Any soup of signs gives text that is JSON or is refused by the decoder, without other errors."""
    with contextlib.suppress(ValueError):
        json.loads(repair(text), strict=False)


@pytest.mark.parametrize("piece", ["{", "[", '"', "\\", '{"a":', "'", "/*", "//", '",', "a ", '{"a": "b" ', "\n", ", "])
def test_long_and_hostile(piece):
    """A megabyte of any sign is read in one pass."""
    assert isinstance(repair(piece * (200_000 // len(piece))), str)
