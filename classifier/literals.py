"""Which of many fixed phrases stand in a text, in one pass: most stand nowhere, and need not be looked for further."""

from __future__ import annotations

from collections.abc import Iterable

import re2


class Literals:
    """Phrases to look for; a phrase may begin and end within a word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(dict.fromkeys(phrases))
        self._set = re2.Set.SearchSet()
        for phrase in self._phrases:
            self._set.Add(re2.escape(phrase))
        self._set.Compile()

    def within(self, text: str) -> set[str]:
        """Return the phrases that stand in `text`; takes time linear in it.

        >>> sorted(Literals(["senior", "un plus", "chief"]).within("seniority, un plus"))
        ['senior', 'un plus']
        """
        return {self._phrases[place] for place in self._set.Match(text.encode("utf-8", "replace")) or ()}
