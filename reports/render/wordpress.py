"""The post for WordPress: plain HTML that its filter lets pass, pictures apart, and what to paste where."""

from __future__ import annotations

from collections.abc import Mapping

from reports.render.images import image_name
from reports.render.post import about, featured_name, in_folder
from reports.render.templates import render
from reports.view import Page
from reports.words import words


def render_wordpress(page: Page, images: Mapping[str, bytes], featured: bytes) -> dict[str, bytes]:
    """Return the folder `wordpress-it`: `post.html`, `post.txt` (title, slug, excerpt, tags, texts), and images."""
    names = {section.name: image_name(section.name, page.language) for section in page.sections}
    post = render("wordpress.html", page=page, say=words(page.language), images=names)
    files = {"post.html": post.encode(), "post.txt": about(page, "wordpress"), featured_name(page): featured, **images}
    return in_folder(f"wordpress-{page.language}", files.items())
