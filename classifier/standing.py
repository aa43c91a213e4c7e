"""What stands in one text: the model's terms, and what they add to the logits."""

from __future__ import annotations

import math
from typing import Final

from classifier.empty_words import LEAST
from classifier.weights import Four, Term, pick, total, weight
from classifier.word_table import Word

Sum = tuple[float, Four]
"""The factor that scales a block's values to unit length, and what the values so scaled add to each logit."""

_FEW: Final = 16
"""Parts that stand less often in a text are summed up together, by their counts."""


class Standing:
    """The terms that stand in a text, each once; how often, they tell themselves. `clear` belongs at the end."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.terms: list[Term] = []
        """Words and pairs of neighbours."""
        self.title: list[Term] = []
        self.head: list[Term] = []
        self._own: list[tuple[str, Term, int]] = []
        """Words that are a part of their own: the word, the part, and how often it stands in the text."""
        self._scales: Four = (1.0, 1.0, 1.0, 1.0)
        self._counting = False

    def clear(self) -> None:
        """Put all counts back to 0."""
        for terms in (self.terms, self.title, self.head):
            for term in terms:
                term.count = 0
        if self._counting:
            for word in self.words:
                for part in word.parts:
                    part.count = 0

    def add_up(self) -> Four:
        """Return what all terms add to the logits."""
        words, (a, b, c, d) = _add_up(self.terms)
        parts, (e, f, g, h) = self._add_up_parts()
        title, (i, j, k, m) = _add_up(self.title)
        head, (n, o, p, q) = _add_up(self.head)
        self._scales = (words, parts, title, head)
        return a + e + i + n, b + f + j + o, c + g + k + p, d + h + m + q

    def _add_up_parts(self) -> Sum:
        """Return the sum over the parts of all words.

        Most parts stand in one word alone, whose sum is known; what stands several times is corrected after that.
        """
        square = a = b = c = d = 0.0
        self._counting = True
        for word in self.words:
            count = word.count
            for part in word.parts:
                part.count += count
            one, two, three, four = word.parts_added
            if count == 1:
                square += word.parts_square
                a += one
                b += two
                c += three
                d += four
            else:
                square += count * word.parts_square
                a += count * one
                b += count * two
                c += count * three
                d += count * four
        for count, parts in self._repeated():
            times = weight(count)
            more = times - count
            found, (one, two, three, four) = total(parts)
            square += (times * times - count) * found
            a += more * one
            b += more * two
            c += more * three
            d += more * four
        return _scaled(square, a, b, c, d)

    def _repeated(self) -> list[tuple[int, list[Term]]]:
        """Return the parts that stand several times in the text, by their counts; put all counts of parts back to 0."""
        for word in self.words:
            if word.itself is not None:
                self._own.append((word.name, word.itself, word.itself.count))
        few: list[list[Term]] = [[] for _ in range(_FEW)]
        found: list[tuple[int, list[Term]]] = []
        for word in self.words:
            for part in word.parts:
                count = part.count
                part.count = 0
                if count <= 1:
                    continue
                if count < _FEW:
                    few[count].append(part)
                else:
                    found.append((count, [part]))
        self._counting = False
        found.extend([(count, parts) for count, parts in enumerate(few) if parts])
        return found

    def shown(self, label: int) -> dict[str, float]:
        """Return what words and pairs add to the logit of `label`, those that are worth showing."""
        scale = self._scales[0]
        beside = self._beside(label)
        least = LEAST - max([0.0, *beside.values()])
        found: dict[str, float] = {}
        for term in self.terms:
            if term.shown:
                value = pick(term.added, label) * scale
                if term.count > 1:
                    value *= weight(term.count)
                if value > least:
                    value += beside.get(term.name, 0.0)
                    if value > LEAST:
                        found[term.name] = value
        return found

    def _beside(self, label: int) -> dict[str, float]:
        """Return what the other blocks add to the logit of `label` under the names of words and pairs."""
        _, parts, title, head = self._scales
        found: dict[str, float] = {}
        for terms, scale in ((self.title, title), (self.head, head)):
            for term in terms:
                if term.shown:
                    value = weight(term.count) * pick(term.added, label) * scale
                    found[term.name] = found.get(term.name, 0.0) + value
        for name, part, count in self._own:
            value = weight(count) * pick(part.added, label) * parts
            found[name] = found.get(name, 0.0) + value
        return found


def _add_up(terms: list[Term]) -> Sum:
    """Return the sum over terms that stand in a text, each as often as it is counted."""
    square = a = b = c = d = 0.0
    for term in terms:
        one, two, three, four = term.added
        if term.count == 1:
            square += term.square
            a += one
            b += two
            c += three
            d += four
        else:
            times = weight(term.count)
            square += times * times * term.square
            a += times * one
            b += times * two
            c += times * three
            d += times * four
    return _scaled(square, a, b, c, d)


def _scaled(square: float, a: float, b: float, c: float, d: float) -> Sum:
    scale = 1.0 / math.sqrt(square) if square > 0.0 else 1.0
    return scale, (a * scale, b * scale, c * scale, d * scale)
