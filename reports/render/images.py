"""The charts as PNG files, one name for all forms."""

from __future__ import annotations

from reports.charts.render import render_png
from reports.charts.theme import Theme
from reports.view import Page


def image_name(section: str, language: str) -> str:
    """Return the file name of a chart."""
    return f"{section.replace('_', '-')}.{language}.png"


def render_images(page: Page, theme: Theme) -> dict[str, bytes]:
    """Return the charts of `page` by file name, in the order of its sections."""
    return {
        image_name(section.name, page.language): render_png(section.picture.shape, theme, section.picture.heading)
        for section in page.sections
        if section.picture
    }
