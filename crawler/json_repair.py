"""Broken JSON, as pages hold it, rewritten into valid JSON in one linear pass.

Repaired: invalid escapes, raw line breaks, trailing and doubled commas, a missing comma between members,
comments, unescaped quotes inside texts, single quotes, bare words, stray semicolons, an end that was cut off.
"""

from __future__ import annotations

import json
import re

_LITERALS = {
    "true": "true",
    "false": "false",
    "null": "null",
    "none": "null",
    "undefined": "null",
    "nan": "null",
}
_BARE = re.compile(r"[^\s,:;{}\[\]\"']{1,200}")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")
_COMMENT = re.compile(r"//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/|<!--|-->|<!\[CDATA\[|\]\]>")
_ENDS_KEY = re.compile(r"\s{0,200}:")
_NEXT_MEMBER = r"(?:[\"'][^\"']{1,80}[\"']\s{0,20}:|[A-Za-z@]{1,40}\s{0,5}:\s{0,5}[\"{\[0-9]|[}\]]|/[/*])"
_ENDS_VALUE = re.compile(
    rf"\s{{0,200}}(?:;?\s{{0,20}}$|[}}\]]\s{{0,200}}(?:[,}}\]]|;|$)|,\s{{0,200}}{_NEXT_MEMBER}|/[/*]"
    r"|\s{1,200}\"[\w@:]{1,60}\"\s{0,20}:\s{0,20}[\"{\[0-9tfn-])"
)
_ENDS_ITEM = re.compile(r"\s{0,200}(?:$|[\]]|,\s{0,200}[\"'{\[\d\-\]tfn])")
_ESCAPED = re.compile(r"u[0-9a-fA-F]{4}|[\"\\/bfnrt]")
_SPECIAL = re.compile(r"[\"'\\\x00-\x1f]")


def repair(text: str) -> str:
    """Return `text` as valid JSON as far as it can be told; values that follow each other stay apart."""
    return _Repair(text).run()


class _Repair:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._out: list[str] = []
        self._open: list[str] = []
        self._key = False
        """True when the next text is the name of a member."""
        self._filled = False
        """True when a value was just written, so that another one needs a comma."""

    def run(self) -> str:
        text = self._text
        while self._at < len(text):
            character = text[self._at]
            if comment := _COMMENT.match(text, self._at):
                self._at = comment.end()
            elif character in "\"'":
                self._quoted(character)
            elif character in "{[":
                self._begin(character)
            elif character in "}]":
                self._close(character)
            elif character in ",;:":
                self._sign(character)
            elif character.isspace():
                self._at += 1
            else:
                self._bare()
        while self._open:
            self._close(self._open[-1])
        return "".join(self._out)

    def _begin(self, character: str) -> None:
        self._comma()
        self._out.append(character)
        self._open.append("}" if character == "{" else "]")
        self._key = character == "{"
        self._filled = False
        self._at += 1

    def _close(self, character: str) -> None:
        self._at += 1
        if character not in self._open[-3:]:
            return
        while self._open:
            last = self._open.pop()
            if self._out[-1] == ":":
                self._out.append("null")
            elif self._out[-1] == ",":
                self._out.pop()
            self._out.append(last)
            if last == character:
                break
        self._filled = True
        self._key = False
        if not self._open:
            self._out.append("\n")
            self._filled = False

    def _sign(self, character: str) -> None:
        self._at += 1
        if character == ":":
            if self._open and self._open[-1] == "}" and self._filled and self._key:
                self._out.append(":")
                self._key = self._filled = False
        elif self._filled and self._open:
            self._out.append(",")
            self._filled = False
            self._key = self._open[-1] == "}"

    def _comma(self) -> None:
        """Write the comma that is missing before a value."""
        if self._filled and self._open:
            self._out.append(",")
            self._key = self._open[-1] == "}"
            self._filled = False

    def _bare(self) -> None:
        match = _BARE.match(self._text, self._at)
        if match is None:
            self._at += 1
            return
        self._at = match.end()
        if not self._open:
            return
        word = match.group()
        self._comma()
        if self._key:
            self._out.append(json.dumps(word))
        elif _NUMBER.fullmatch(word):
            self._out.append(word)
        else:
            self._out.append(_LITERALS.get(word.lower(), json.dumps(word)))
        self._filled = True

    def _quoted(self, quote: str) -> None:
        start = self._at + 1
        self._at = start
        self._comma()
        pieces = ['"']
        ends = _ENDS_KEY if self._key else _ENDS_VALUE if self._open[-1:] == ["}"] else _ENDS_ITEM
        text = self._text
        while found := _SPECIAL.search(text, self._at):
            pieces.append(text[self._at : found.start()])
            character, self._at = found.group(), found.end()
            if character == "\\":
                pieces.append(self._escape())
            elif character == quote and ends.match(text, self._at):
                break
            elif character in "\"'":
                pieces.append('\\"' if character == '"' else "'")
            else:
                pieces.append(json.dumps(character)[1:-1])
        else:
            pieces.append(text[self._at :])
            self._at = len(text)
        pieces.append('"')
        if self._open:
            self._out.append("".join(pieces))
            self._filled = True

    def _escape(self) -> str:
        if found := _ESCAPED.match(self._text, self._at):
            self._at = found.end()
            return "\\" + found.group()
        if self._text[self._at : self._at + 1] == "'":
            self._at += 1
            return "'"
        return "\\\\"
