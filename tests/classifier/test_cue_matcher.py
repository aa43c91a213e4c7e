"""The matcher: all phrases in one pass, each located, at most so often."""

from classifier.cue_matcher import MAX_HITS, find_hits


def test_a_hit_names_its_indicator_and_its_place():
    data = b"cerchiamo una persona full time per noi"
    hits = {(hit.indicator, data[hit.start : hit.end].strip()) for hit in find_hits(data)}
    assert ("full_time_load", b"full time") in hits


def test_a_phrase_is_located_only_so_often():
    hits = [hit for hit in find_hits(b"full time. " * 500) if hit.indicator == "full_time_load"]
    assert MAX_HITS <= len(hits) <= 4 * MAX_HITS


def test_nothing_is_found_in_nothing():
    assert not list(find_hits(b""))
