"""What the forms for blogs share: a name for the address, an excerpt, tags, alternative texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from reports.render.images import image_name
from reports.render.templates import render
from reports.view import Page
from reports.words import words

EXCERPT: Final = 160
"""Characters of an excerpt, as search engines show it."""
FEATURED: Final = "featured.{language}.png"
"""File name of the featured image."""


def slug(page: Page) -> str:
    """Return a name for the post's address: the title in plain ASCII and the month of the last ad counted."""
    plain = unicodedata.normalize("NFKD", page.title).encode("ascii", "ignore").decode().lower()
    return "-".join([*re.findall(r"[a-z0-9]+", plain)[:8], page.last.strftime("%Y-%m")])[:90]


def excerpt(page: Page) -> str:
    """Return the headline, cut to fit: behind a clause, else behind a word; it says when the ads are sample ads."""
    text = " ".join(filter(None, [page.sample and words(page.language).text("page.sample_short") + ".", page.headline]))
    text = text or page.title
    if len(text) <= EXCERPT:
        return text
    clause = max(text.rfind(mark, 0, EXCERPT - 1) for mark in (". ", ": ", "; ", " ("))
    return text[:clause] + "." if clause > EXCERPT // 2 else text[: EXCERPT - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def tags(page: Page) -> list[str]:
    """Return the tags of the post."""
    return words(page.language).text("post.tags").split(", ")


def featured_name(page: Page) -> str:
    """Return the file name of the featured image."""
    return FEATURED.format(language=page.language)


def alternatives(page: Page) -> list[tuple[str, str]]:
    """Return (file name, alternative text) of every image of the post, the featured one first."""
    charts = [(image_name(one.name, page.language), one.picture.alt) for one in page.sections if one.picture]
    return [(featured_name(page), featured_alt(page)), *charts]


def featured_alt(page: Page) -> str:
    """Return the alternative text of the featured image: what is written on it."""
    return " ".join(filter(None, [page.sample, f"{page.title}.", page.headline, f"{page.window}."]))


def about(page: Page, platform: str, more: Iterable[tuple[str, str]] = ()) -> bytes:
    """Return `post.txt`: what is pasted beside the post on `platform`, and the texts of its images and of `more`."""
    say = words(page.language)
    text = render(
        "post.txt", page=page, say=say, slug=slug(page), excerpt=excerpt(page), tags=tags(page),
        how=say.text(f"post.how_{platform}"), alternatives=[*alternatives(page), *more],
    )  # fmt: skip
    return text.encode()


def in_folder(folder: str, files: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """Return `files` with their names put into `folder`."""
    return {f"{folder}/{name}": data for name, data in files}
