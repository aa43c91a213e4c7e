"""The title: the first line, cut where it is long."""

from classifier.cue_title import TITLE, title_end


def test_the_title_ends_with_the_first_line_or_after_so_many_characters():
    assert title_end(b"Segretaria\nCerchiamo") == 10
    assert title_end(b"Segretaria") == 10
    assert title_end(b"x" * 500) == TITLE
