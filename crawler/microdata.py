"""Postings in microdata and RDFa Lite, in the shape that JSON-LD has; one walk over the page, linear time."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from crawler.html import element_text

_TEXT_FIELDS: Final = frozenset(
    {"description", "responsibilities", "qualifications", "skills", "jobBenefits", "incentiveCompensation"}
)
_MAX_ITEMS: Final = 500
_MAX_NESTED: Final = 4
"""Texts within texts that are read; without a limit, nesting would cost its square."""


def find_items(root: etree._Element) -> list[dict[str, Any]]:
    """Return the JobPosting items of a page as JSON-LD-like objects (`@type`, properties, nested items)."""
    found: list[dict[str, Any]] = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if len(found) < _MAX_ITEMS and _type(element).lower() == "jobposting":
            found.append(_item(element))
            walk.skip_subtree()
    return found


def _item(top: etree._Element) -> dict[str, Any]:
    """Read one item; the scopes met on the way are kept on a stack, so that depth costs nothing."""
    item: dict[str, Any] = {"@type": "JobPosting"}
    scopes: list[tuple[etree._Element, dict[str, Any]]] = [(top, item)]
    texts: list[etree._Element] = []
    for event, element in etree.iterwalk(top, events=("start", "end")):
        if event == "end":
            if len(scopes) > 1 and scopes[-1][0] is element:
                scopes.pop()
            elif texts and texts[-1] is element:
                texts.pop()
            continue
        if element is top or not isinstance(element.tag, str):
            continue
        names = (element.get("itemprop") or element.get("property") or "").split()
        kind = _type(element)
        target = scopes[-1][1]
        value: Any
        if kind or element.get("itemscope") is not None:
            value = {"@type": kind}
            if content := element.get("content"):
                value["name"] = content
            scopes.append((element, value))
        elif names and len(texts) < _MAX_NESTED:
            value = _value(element, names[0])
            texts.append(element)
        else:
            continue
        for name in names:
            _add(target, name.rsplit(":", 1)[-1].rsplit("/", 1)[-1], value)
    return item


def _type(element: etree._Element) -> str:
    kinds = (element.get("itemtype") or element.get("typeof") or "").split()
    return kinds[0].rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1] if kinds else ""


def _value(element: etree._Element, name: str) -> str:
    for attribute in ("content", "datetime", "href", "src", "value"):
        if (text := element.get(attribute)) and not (attribute == "href" and name in _TEXT_FIELDS | {"title", "name"}):
            return text
    text = element_text(element)
    return text if name in _TEXT_FIELDS else " ".join(text.split())


def _add(target: dict[str, Any], name: str, value: Any) -> None:
    if name not in target:
        target[name] = value
    elif isinstance(target[name], list):
        target[name].append(value)
    else:
        target[name] = [target[name], value]
