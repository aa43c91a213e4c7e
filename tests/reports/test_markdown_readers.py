"""Whatever the ads say, a page of Markdown is the same page to three readers of different descent, all they can do on.

CommonMark with HTML (markdown-it-py), mistune with its plugins, and Python-Markdown with its extensions: they differ in
what they take for markup, and in what they let a backslash stand for.
"""

from collections.abc import Callable

import markdown as python_markdown
import mistune
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from reports.clean import QUOTE, clean, markdown
from tests.reports.hostile import hostile_forms
from tests.reports.payloads import FORMULAS, HTML, LABELS, MARKDOWN

_PLUGINS = ["strikethrough", "footnotes", "table", "url", "task_lists", "def_list", "abbr", "mark", "insert", "superscript",
            "subscript", "math", "ruby", "spoiler"]  # fmt: skip
_EXTENSIONS = ["extra", "nl2br", "sane_lists", "toc", "wikilinks", "admonition"]
_COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

READERS: dict[str, Callable[[str], str]] = {
    "markdown-it": _COMMONMARK.render,
    "mistune": lambda text: str(mistune.create_markdown(escape=False, plugins=_PLUGINS)(text)),
    "python-markdown": lambda text: python_markdown.markdown(text, extensions=_EXTENSIONS),
}
PLACES = {
    "cell": ("| a | b |\n| --- | --- |\n| x | ", " |\n| y | z |\n", "//td[2]"),
    "item": ("- ", "\n- z\n", "//li"),
    "paragraph": ("**a.** ", "\n\nz\n", "//p"),
}
"""Where a report puts words of ads: what stands before, behind, and where they are found."""


def make(reader, text):
    """Return the make of a page: its elements and their attributes, without any words."""
    tree = lxml_html.fragment_fromstring(READERS[reader](text), create_parent="div")
    told = {"alt", "id"}  # words too
    return [
        (str(element.tag), sorted((name, value) for name, value in element.attrib.items() if name not in told))
        for element in tree.iter()
    ]


@pytest.fixture(scope="module")
def pages():
    """Return pairs of Markdown pages, front matter aside: with harmless words, and with hostile ones in their places."""
    texts = [*MARKDOWN, *HTML[::4]]
    harmless, hostile = (hostile_forms(words) for words in ([f"parola {at}" for at in range(len(texts))], texts))
    names = [name for name in hostile if name.endswith(".md")]
    assert len(names) == 2
    return [tuple(files[name].decode().split("\n---\n", 1)[-1] for files in (harmless, hostile)) for name in names]


@pytest.mark.parametrize("reader", READERS)
def test_pages_keep_their_make(pages, reader):
    """The same elements in the same order, pictures of ours alone, and no link."""
    for harmless, hostile in pages:
        found = make(reader, hostile)

        assert make(reader, harmless) == found
        assert "a" not in {tag for tag, _ in found}
        sources = {dict(attributes)["src"] for tag, attributes in found if tag == "img"}
        assert sources
        assert not [source for source in sources if "//" in source or not source.endswith(".it.png")]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("reader", READERS)
def test_what_the_ad_said_is_read_as_it_is(reader, place):
    """No sign is lost, and none of ours is seen."""
    before, behind, where = PLACES[place]
    for payload in [*MARKDOWN, *HTML, *FORMULAS, *LABELS]:
        said = clean(payload, QUOTE)
        tree = lxml_html.fragment_fromstring(READERS[reader](f"{before}{markdown(said)}{behind}"), create_parent="div")

        found = tree.xpath(where)[0].text_content().strip().removeprefix("a.")
        assert found.split() == said.split()


_SIGNS = "abc 12.)(-+*_~`#>|=:!?[]{}<>&\\^$%@/'\"\n\té"


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(_SIGNS), max_size=24))
def test_no_jumble_of_signs_is_markup(text):
    """In a cell, an item or a paragraph, to any of the three."""
    said = clean(text, QUOTE)
    for before, behind, _ in PLACES.values():
        for reader in READERS:
            assert make(reader, f"{before}parola{behind}") == make(reader, f"{before}{markdown(said)}{behind}")
