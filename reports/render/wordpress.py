"""The post for WordPress: plain HTML that its filter lets pass, pictures apart, and what to paste where."""

from __future__ import annotations

from collections.abc import Mapping

from reports.render.images import image_name
from reports.render.post import alternatives, excerpt, featured_name, in_folder, slug, tags
from reports.render.templates import render
from reports.view import Page
from reports.words import words


def render_wordpress(page: Page, images: Mapping[str, bytes], featured: bytes) -> dict[str, bytes]:
    """Return the folder `wordpress-it`: `post.html`, `post.txt` (title, slug, excerpt, tags, texts), and images."""
    names = {section.name: image_name(section.name, page.language) for section in page.sections}
    say = words(page.language)
    post = render("wordpress.html", page=page, say=say, images=names)
    about = render("post.txt", how=say.text("post.how_wordpress"), page=page, say=say, slug=slug(page), excerpt=excerpt(page), tags=tags(page),
                   alternatives=alternatives(page))  # fmt: skip
    files = {"post.html": post.encode(), "post.txt": about.encode(), featured_name(page): featured, **images}
    return in_folder(f"wordpress-{page.language}", files.items())
