"""The report as Markdown with pictures beside it."""

from __future__ import annotations

from collections.abc import Mapping

from reports.render.images import image_name
from reports.render.templates import render
from reports.view import Page
from reports.words import words


def render_markdown(page: Page, images: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return `report.it.md`, and `images` in their folder."""
    links = {section.name: f"images/{image_name(section.name, page.language)}" for section in page.sections}
    text = render("report.md", page=page, say=words(page.language), images=links)
    return {f"images/{name}": data for name, data in images.items()} | {f"report.{page.language}.md": text.encode()}
