"""Which of many fixed phrases stand in a text, in one pass: most stand nowhere, and need not be looked for further."""

from __future__ import annotations

from collections.abc import Iterable

import re2

from classifier.cue_notation import options, to_bytes


class Literals:
    """Phrases to look for, folded; a phrase may begin and end within a word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._set = re2.Set.SearchSet(options())
        for phrase in phrases:
            self._set.Add(re2.escape(to_bytes(phrase)))
        self._set.Compile()

    def within(self, folded: bytes) -> list[int]:
        """Return which phrases stand in a text of `to_bytes`, by their numbers from 0; takes time linear in the text.

        >>> Literals(["senior", "un plus", "chief"]).within(b"un plus, seniority")
        [0, 1]
        """
        return sorted(self._set.Match(folded) or ())
