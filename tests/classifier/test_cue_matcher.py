"""The matcher: all phrases, each located, at most so often."""

from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.corpus import corpus_files, load_examples
from classifier.cue_lexicon import load_indicators
from classifier.cue_matcher import MAX_HITS, find_hits
from classifier.cue_notation import compiled, to_bytes, to_regex
from classifier.cue_title import title_end
from classifier.text import fold

PHRASES = [
    (indicator.id, compiled(to_regex(phrase)), indicator.title_only)
    for indicator in load_indicators().values()
    for phrase in indicator.phrases
]


def one_by_one(data):
    """Look for every phrase in the whole text."""
    end = title_end(data)
    for index, (name, pattern, title_only) in enumerate(PHRASES):
        for match, _ in zip(pattern.finditer(data), range(MAX_HITS), strict=False):
            if not title_only or match.start() <= end:
                yield index, name, *match.span()


def test_ads_hold_what_every_phrase_finds_in_the_whole_text():
    for example in load_examples(corpus_files())[::120]:
        data = to_bytes(fold(example.text))
        assert sorted(find_hits(data)[0]) == sorted(one_by_one(data)), example.id


WORDS = (
    "full time part parttime fulltime turni orari fissi 9 18 24h €700 700 euro al mese a in per the our your timezone my "
    "own shop d ufficio d'ufficio p.iva 1,500 hours week non no must be online from 9am to 5pm est segretaria"
).split()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "-", "\n", "", " - ", "'", ".", ", ", "_", "9"])))
)
def test_whatever_stands_between_words(chosen):
    data = to_bytes("".join(map("".join, chosen)))
    assert sorted(find_hits(data)[0]) == sorted(one_by_one(data))


def test_a_hit_names_its_indicator_and_its_place():
    data = b"cerchiamo una persona full time per noi"
    hits = {(name, data[start:end].strip()) for _, name, start, end in find_hits(data)[0]}
    assert ("full_time_load", b"full time") in hits


def test_a_phrase_is_located_only_so_often():
    hits = [hit for hit in find_hits(b"full time. " * 500)[0] if hit[1] == "full_time_load"]
    assert MAX_HITS <= len(hits) <= 4 * MAX_HITS


def test_a_phrase_of_titles_is_found_only_there():
    assert "other_trade" in {name for _, name, _, _ in find_hits(b"infermiere\nufficio")[0]}
    assert "other_trade" not in {name for _, name, _, _ in find_hits(b"ufficio\ninfermiere")[0]}


def test_nothing_is_found_in_nothing():
    assert not find_hits(b"")[0]


def test_places_of_words_that_may_deny_are_told():
    _, places = find_hits(b"non chiediamo orari, you don't need to; you can. facoltativo, not5")

    assert places.deny_behind == [0, 25]
    assert places.deny_before == [0, 49, 62]
