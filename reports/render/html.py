"""The report as one page: inline SVG and style, nothing fetched, no script, a policy that allows none."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from reports.charts.render import render_svg
from reports.charts.shapes import Heading
from reports.charts.theme import Theme
from reports.render.templates import render
from reports.view import Page, Section
from reports.words import words


def render_html(page: Page, theme: Theme) -> dict[str, bytes]:
    """Return the page of one language: `report.it.html`."""
    style = _style(theme)
    charts = {section.name: _chart(section, theme) for section in page.sections if section.picture}
    text = render(
        "report.html", page=page, say=words(page.language), charts=charts, style=Markup(style),  # noqa: S704 - ours
        style_hash=Markup(_hash(style)),  # noqa: S704 - ours
    )  # fmt: skip
    return {f"report.{page.language}.html": text.encode()}


def _style(theme: Theme) -> str:
    return render("style.css", theme=theme).strip()


def _hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _chart(section: Section, theme: Theme) -> Markup:
    """Return the chart twice, for a desktop and for a phone; the style shows one of them."""
    picture = section.picture
    if picture is None:
        return Markup("")
    quiet = Heading("", "", picture.heading.sample)
    sizes = [
        render_svg(picture.shape, size, theme, quiet, section.name, section.title, picture.alt)
        for size in ("wide", "narrow")
    ]
    return Markup("\n".join(sizes))  # noqa: S704 - made by lxml, texts escaped
