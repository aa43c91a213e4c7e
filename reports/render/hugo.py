"""The post for Hugo or Jekyll: a leaf bundle, front matter with `draft: true`, pictures beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from reports.render.images import image_name
from reports.render.post import excerpt, featured_alt, featured_name, in_folder, slug, tags
from reports.render.templates import render
from reports.view import Page
from reports.words import words


def render_hugo(page: Page, images: Mapping[str, bytes], featured: bytes) -> dict[str, bytes]:
    """Return the folder `hugo/it/<slug>`: `index.md` and images; tables are of pipes, no raw HTML."""
    names = {section.name: image_name(section.name, page.language) for section in page.sections}
    front = "".join(f"{name}: {value}\n" for name, value in _front_matter(page).items())
    body = render("post.md", page=page, say=words(page.language), images=names)
    files = {"index.md": f"---\n{front}---\n\n{body}".encode(), featured_name(page): featured, **images}
    return in_folder(f"hugo/{page.language}/{slug(page)}", files.items())


def _front_matter(page: Page) -> dict[str, str]:
    """Return the fields as YAML; every text is a JSON string, which is YAML too."""
    texts = {
        "title": page.title, "date": page.last.isoformat(), "slug": slug(page), "description": excerpt(page),
        "summary": page.headline or page.title, "author": page.author, "tags": tags(page),
        "images": [featured_name(page)], "lang": page.language,
        "params": {"sample": bool(page.sample), "featured_alt": featured_alt(page), "license": "CC BY 4.0"},
    }  # fmt: skip
    fields = {name: json.dumps(value, ensure_ascii=False) for name, value in texts.items() if value}
    return {"draft": "true", **fields, "date": page.last.isoformat()}
