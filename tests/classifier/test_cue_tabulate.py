"""The tables: which phrases are looked for where they begin, which are called, which are weak."""

from classifier.cue_notation import to_regex
from classifier.cue_tabulate import ANY_CLASS, tabulate


def tables(*phrases, titles=()):
    return tabulate([to_regex(phrase) for phrase in phrases], titles)


def test_a_phrase_is_looked_for_where_it_begins():
    found = tables("orari fissi", "turn*")

    assert found.opening == {"orari": [[0, 0, ANY_CLASS]], "turn*": [[1, ANY_CLASS, ANY_CLASS]]}
    assert found.following == {"fissi": [0]}
    assert not found.calling
    assert not found.weak


def test_what_begins_with_common_words_is_called_by_a_rare_one():
    found = tables("in ... captcha", "a ... turni ... notturni")

    assert found.calling == {"captcha": [0], "turni": [1], "notturni": [1]} or found.calling["captcha"] == [0]
    assert not found.opening


def test_what_is_wanted_behind_the_beginning_is_numbered():
    found = tables("rispett* ... protocoll*")

    assert found.wanted == {"0": [0]}
    assert found.meeting == {"protocoll*": [0]}


def test_a_phrase_of_figures_or_of_anything_is_weak():
    assert tables("<number>", r"\w+", "<money> al mese", "turnazione").weak == [0, 1, 2]


def test_a_title_is_asked_no_more_than_how_it_begins():
    found = tables("a ... turni", titles=[0])

    assert "a" in found.opening
    assert not found.wanted
    assert not found.calling
