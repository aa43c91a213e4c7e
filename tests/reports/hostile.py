"""Reports in which every place that ever holds words from outside holds a hostile text."""

from datetime import date

import pandas as pd

from reports.charts.theme import Theme
from reports.frames import empty
from reports.meta import Meta
from reports.render.csv import render_csv
from reports.render.dataset import render_dataset
from reports.render.featured import render_featured
from reports.render.html import render_html
from reports.render.hugo import render_hugo
from reports.render.images import render_images
from reports.render.markdown import render_markdown
from reports.render.substack import render_substack
from reports.render.wordpress import render_wordpress
from reports.table import Column, Table
from reports.view import make_page
from tests.reports.made import make_facts

DAYS = (date(2026, 5, 3), date(2026, 10, 29))


def hostile_tables(texts) -> list[Table]:
    """Return a charted table and a plain one whose sources, codes and quotes are `texts`, one a row."""
    count = len(texts)
    figures = {
        "ads": range(10, count + 10),
        "of": [count + 20] * count,
        "share": [0.5] * count,
        "low": [0.4] * count,
        "high": [0.6] * count,
    }
    cues = pd.DataFrame(
        {
            "label": ["genuine_freelance"] * count,
            "indicator": texts,
            **figures,
            "quotes": [(text, text) for text in texts],
        }
    )
    sources = pd.DataFrame({"source": texts, "title": texts, "label": texts, **figures})
    shares = tuple(Column(name, "count" if name in {"ads", "of"} else "share") for name in figures)
    return [
        Table("cues", cues, (Column("label", "key"), Column("indicator", "key"), *shares, Column("quotes", "quotes")), 50, *DAYS),
        Table("labels_by_source", sources, (Column("source", "key"), Column("title", "text"), Column("label", "key"), *shares), 50, *DAYS),
    ]  # fmt: skip


def hostile_forms(texts, language="it", *, title="", author="", sample=True) -> dict[str, bytes]:
    """Return the files of all forms, made of hostile tables, findings, title and author."""
    meta: Meta = make_facts(empty(), sample=sample, title=title, author=author)
    tables = hostile_tables(texts)
    page = make_page(tables, meta, list(texts), language)
    theme = Theme()
    images, featured = render_images(page, theme), render_featured(page, theme)
    return {
        **render_html(page, theme),
        **render_markdown(page, images),
        **render_wordpress(page, images, featured),
        **render_hugo(page, images, featured),
        **render_substack(page, images, featured, theme),
        **render_csv(tables),
        **render_dataset(tables, [page], meta),
    }
