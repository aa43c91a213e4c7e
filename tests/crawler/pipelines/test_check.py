"""What is an ad, and what of it can be stored."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.ad import Ad, BaseSalary
from crawler.pipelines.check import MAX_TEXT, clean, lacking

AD = Ad("s", "https://s.test/1", "1", "Assistente", "Agenda.")


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, ""), ({"title": ""}, ""), ({"description": ""}, ""), ({"title": " ", "description": "\n"}, "neither title nor text"),
        ({"url": "javascript:alert(1)"}, "no http address"), ({"url": ""}, "no http address"), ({"identifier": " "}, "no identifier"),
    ],
)  # fmt: skip
def test_lacking(changes, word):
    """A title or a text, an http address and an identifier; no more is asked."""
    assert word == lacking(dataclasses.replace(AD, **changes))


def test_clean():
    """Lone surrogates and NULs are replaced, over-long fields clipped, in pay and types too."""
    ad = dataclasses.replace(
        AD,
        title="a\ud800b\0c",
        description="x" * (MAX_TEXT + 9),
        employment_type=("\udfff",),
        base_salary=BaseSalary(raw="\0"),
    )

    found = clean(ad)

    assert found.title == "a?b\ufffdc"
    assert len(found.description) == MAX_TEXT
    assert found.employment_type == ("?",)
    assert found.base_salary.raw == "\ufffd"


@given(st.text(), st.text())
def test_whatever_is_clean_can_be_encoded(title, description):
    """Any text comes out as text that the store takes."""
    found = clean(dataclasses.replace(AD, title=title, description=description))

    assert "\0" not in found.title.encode().decode()
    assert found == clean(found)
