"""From a frame to files: ask, check, tell, draw, write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pandas as pd

from reports.charts.theme import Theme
from reports.checks import check_languages, check_tables
from reports.findings import findings
from reports.meta import Meta
from reports.population import prepare
from reports.publish import publish
from reports.questions import QUESTIONS
from reports.render.csv import render_csv
from reports.render.dataset import render_dataset
from reports.render.featured import render_featured
from reports.render.html import render_html
from reports.render.hugo import render_hugo
from reports.render.images import render_images
from reports.render.markdown import render_markdown
from reports.render.substack import render_substack
from reports.render.wordpress import render_wordpress
from reports.view import Page, make_page

FORMATS: Final = ("html", "markdown", "csv", "wordpress", "hugo", "substack")
"""Forms of a report; `csv` is the whole folder of data, `hugo` serves Jekyll too."""


def build_report(
    frame: pd.DataFrame,
    meta: Meta,
    out: Path,
    *,
    languages: Sequence[str],
    formats: Sequence[str],
    theme: Theme | None = None,
) -> list[Path]:
    """Write the report on `frame` (columns: `reports.frames`) into `out` and return its files.

    Raises ReportError when a check fails or the folder cannot be written; a report that was there stays whole.
    """
    ready = prepare(frame)
    tables = [question.ask(ready, meta) for question in QUESTIONS]
    check_tables(tables)
    pages = [make_page(tables, meta, findings(tables, meta, each), each, languages) for each in languages]
    if len(pages) > 1:
        check_languages({page.language: page.texts() for page in pages})
    files: dict[str, bytes] = {}
    for page in pages:
        files |= _forms(page, formats, theme or Theme())
    if "csv" in formats:
        files |= render_csv(tables) | render_dataset(tables, pages, meta)
    return publish(files, out)


def _forms(page: Page, formats: Sequence[str], theme: Theme) -> dict[str, bytes]:
    """Return the files of one language, by their path in the report's folder."""
    files = render_html(page, theme) if "html" in formats else {}
    images = render_images(page, theme) if set(formats) & {"markdown", "wordpress", "hugo", "substack"} else {}
    featured = render_featured(page, theme) if set(formats) & {"wordpress", "hugo", "substack"} else b""
    if "markdown" in formats:
        files |= render_markdown(page, images)
    if "wordpress" in formats:
        files |= render_wordpress(page, images, featured)
    if "hugo" in formats:
        files |= render_hugo(page, images, featured)
    if "substack" in formats:
        files |= render_substack(page, images, featured, theme)
    return files
