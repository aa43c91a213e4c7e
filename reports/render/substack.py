"""The post for Substack and its like: headings, paragraphs and pictures to copy; tables as pictures and as lines."""

from __future__ import annotations

from collections.abc import Mapping

from reports.charts.theme import Theme
from reports.render.images import image_name
from reports.render.post import about, featured_name, in_folder
from reports.render.table_image import ROWS, render_table
from reports.render.templates import render
from reports.view import Page, Section
from reports.words import words


def render_substack(page: Page, images: Mapping[str, bytes], featured: bytes, theme: Theme) -> dict[str, bytes]:
    """Return the folder `substack-it`: `post.html` to copy from a browser, `post.txt`, charts and tables as PNG."""
    main = [section for section in page.sections if section.main]
    names = {section.name: image_name(section.name, page.language) for section in main}
    tables = {section.name: f"table-{names[section.name]}" for section in main}
    post = render("substack.html", page=page, say=words(page.language), images=names, tables=tables)
    captions = [(tables[one.name], one.grid.caption) for one in main]
    pictures = {tables[one.name]: render_table(one.grid, _notices(one, page), theme) for one in main}
    files = {"post.html": post.encode(), "post.txt": about(page, "substack", captions), featured_name(page): featured}
    return in_folder(f"substack-{page.language}", (files | dict(images) | pictures).items())


def _notices(section: Section, page: Page) -> list[str]:
    sample = words(page.language).text("page.sample_short") if page.sample else ""
    rest = len(section.grid.rows) - ROWS
    more = words(page.language).text("page.more_rows", count=rest) if rest > 0 else ""
    return [section.title, " · ".join(filter(None, [sample, section.about, more]))]
