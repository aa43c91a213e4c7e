"""Common words: those that stand in many ads, whole or in part."""

import pytest

from classifier.cue_common import is_common


@pytest.mark.parametrize("form", ["lavoro", "hours", "a", "9", "1500", "#", "h#", "lavor*", "*ours", "re*"])
def test_what_stands_in_many_ads_is_common(form):
    assert is_common(form)


@pytest.mark.parametrize("form", ["turni", "reperibil*", "*ologist", "captcha"])
def test_what_stands_in_few_is_not(form):
    assert not is_common(form)
