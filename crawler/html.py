"""Bytes to text, and HTML to the text that a reader sees."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from lxml import etree

MAX_PARSED: Final = 2_000_000
"""Characters of a page that are parsed; no ad is longer, and hostile pages stay cheap."""

_DECLARED = re.compile(
    rb"""(?:charset\s{0,5}=\s{0,5}|<\?xml[^>]{0,60}encoding\s{0,5}=\s{0,5})["']?\s{0,5}([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_HEADER = re.compile(r"""charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_STATEFUL = ("utf-16", "utf-32", "iso2022", "hz")
"""Codecs whose bytes may happen to be valid UTF-8 and mean something else."""
_REFUSED = ("utf-7", "unicode", "raw-unicode", "idna", "punycode", "undefined", "charmap", "mbcs", "oem")
_SINGLE_BYTE_DEFAULT = ("ascii", "iso8859-1")
"""Names that browsers read as windows-1252 (WHATWG Encoding Standard)."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_HIDDEN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
    "video", "map", "select", "datalist",
})  # fmt: skip
_PARAGRAPHS = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "section", "article",
    "header", "footer", "main", "nav", "aside", "form", "fieldset", "figure", "hr", "address", "details",
})  # fmt: skip
_LINES = frozenset({
    "div", "li", "tr", "dt", "dd", "br", "caption", "summary", "legend", "option", "figcaption", "body", "tbody",
    "thead", "center",
})  # fmt: skip
_TAG = re.compile(r"<(?:!--|/?[a-zA-Z][^<>]{0,2000}>)")
_MARKUP_LEFT = re.compile(r"</?(?:p|br|ul|ol|li|div|span|strong|b|em|i|h[1-6]|a)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_DISPLAY_NONE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)

_BLANKS = "\x0c\xa0\u2007\u2009\u202f"
_LINE_ENDS = "\x85\u2028\u2029"
_UNCLEAN = re.compile(
    r"\r\n?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u200b\u200e\u200f\u2007\u2009\u202f\u2028\u2029\u2060\ufeff"
    r"\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_UNPARSABLE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_CONTROLS: Final = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20)])


def clean(text: str) -> str:
    """Return `text` without control, bidirectional and zero-width characters and lone surrogates.

    Blanks of all kinds become a blank, line ends a newline, a lone surrogate the replacement character.
    """
    return text if text.replace("\n", "").isprintable() else _UNCLEAN.sub(_cleaned, text)


def _cleaned(found: re.Match[str]) -> str:
    character = found.group()
    if character[0] == "\r" or character in _LINE_ENDS:
        return "\n"
    if character in _BLANKS:
        return " "
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""


def one_line(text: str) -> str:
    """Return `text` on one line, entities read, markup gone, blanks single."""
    return " ".join(visible_text(text).split())


def decode(body: bytes, content_type: str = "") -> str:
    """Return a page's text, whatever it declares; never raises.

    Order: byte-order mark, valid UTF-8 (it is hardly ever anything else), what the header or the page
    declares, UTF-8 with a few broken bytes, windows-1252.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    declared = _declared(body, content_type)
    if not declared.startswith(_STATEFUL):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if declared and declared != "utf-8":
        try:
            text = body.decode(declared, "replace")
        except Exception:  # noqa: BLE001 - a codec may raise anything; the next step is as good
            text = ""
        if text:
            return text
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - broken
    return text if good > broken or not text else body.decode("cp1252", "replace")


def parse_html(text: str) -> etree._Element | None:
    """Return the root of a page or fragment, of which `MAX_PARSED` characters are read; None when it is empty."""
    data = _parsable(text[:MAX_PARSED])
    if not data.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def visible_text(text: str) -> str:
    """Return the text a reader sees of HTML, plain text, or HTML escaped once or twice over.

    Paragraphs are parted by an empty line, list items begin with "- ", each on a line of its own.
    """
    if not text:
        return ""
    for _ in range(3):
        if not _TAG.search(text):
            unescaped = html.unescape(text)
            if unescaped == text or not (_TAG.search(unescaped) or "&lt;" in unescaped):
                return _tidy(clean(unescaped))
            text = unescaped
            continue
        root = parse_html(text)
        text = "" if root is None else element_text(root)
        if not _MARKUP_LEFT.search(text):
            return text
    return _tidy(clean(text))


def element_text(root: etree._Element, *, without: Callable[[etree._Element], bool] | None = None) -> str:
    """Return the text a reader sees of an element, laid out as in `visible_text`; `without` tells what to pass over."""
    page = _Page()
    hidden = 0
    preformatted = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        passed = _is_hidden(element, tag) or (without is not None and without(element))
        if event == "start":
            hidden += passed
            preformatted += tag == "pre"
            if not hidden:
                page.open(tag)
                page.write(element.text, keep=preformatted > 0)
            continue
        if not hidden:
            page.close(tag)
        hidden -= passed
        preformatted -= tag == "pre"
        if not hidden and element is not root:
            page.write(element.tail, keep=preformatted > 0)
    return page.text()


class _Page:
    """Collects text and breaks; of neighbouring breaks the widest counts, and two `<br>` make a paragraph."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._break = 0
        self._item = False

    def open(self, tag: str) -> None:
        if tag == "br":
            self._break = min(self._break + 1, 2)
        else:
            self._break = max(self._break, _break(tag))
        self._item |= tag == "li"
        if tag in {"td", "th"}:
            self._parts.append(" ")

    def close(self, tag: str) -> None:
        if tag == "li":
            self._item = False
        if tag != "br":
            self._break = max(self._break, _break(tag))

    def write(self, text: str | None, *, keep: bool) -> None:
        if not text or (not keep and not text.strip()):
            self._parts.append(" " if text and not self._break else "")
            return
        self._parts.append("\n" * self._break + ("- " if self._item else ""))
        self._parts.append(text if keep else text.replace("\n", " "))
        self._break = 0
        self._item = False

    def text(self) -> str:
        return _tidy(clean("".join(self._parts)))


def _parsable(text: str) -> bytes:
    """Return a page in UTF-8, without what no parser takes: control characters, surrogates, U+FFFE, U+FFFF."""
    if "\ufffe" in text or "\uffff" in text:
        text = _UNPARSABLE.sub("", text)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = _UNPARSABLE.sub("", text).encode()
    return data.translate(None, _CONTROLS)


def _declared(body: bytes, content_type: str) -> str:
    """Return the normal name of the declared codec, empty when none or unusable."""
    found = _HEADER.search(content_type)
    in_page = None if found else _DECLARED.search(body[:4096])
    return _codec(found.group(1) if found else (in_page.group(1).decode("ascii", "replace") if in_page else ""))


@lru_cache(maxsize=256)
def _codec(name: str) -> str:
    """Return the normal name of the codec that a page calls `name`, empty when there is none or it is unusable."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return ""
    if not getattr(info, "_is_text_encoding", False) or info.name.startswith(_REFUSED):
        return ""
    return "cp1252" if info.name in _SINGLE_BYTE_DEFAULT else info.name


def _is_hidden(element: etree._Element, tag: str) -> bool:
    if tag in _HIDDEN or not tag:
        return True
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _DISPLAY_NONE.search(style[:500]))


def _break(tag: str) -> int:
    return 2 if tag in _PARAGRAPHS else int(tag in _LINES)


def _tidy(text: str) -> str:
    kept: list[str] = []
    for line in text.split("\n"):
        tidy = " ".join(line.split())
        if tidy != "-" and (tidy or (kept and kept[-1])):
            kept.append(tidy)
    return "\n".join(kept).strip()
