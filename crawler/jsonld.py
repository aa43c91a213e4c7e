"""Structured data of pages as they are: every JSON-LD script read alone, repaired when it must be.

The ladder: strict JSON; the wrapping taken off (comments, CDATA, entities, an assignment); then one linear
pass (`crawler.json_repair`) over escapes, line breaks, commas, quotes and comments. One script never costs
another.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree

from crawler.json_repair import repair

_WRAPPING = re.compile(r"^(?:\s|<!--|-->|//\s?<!\[CDATA\[|/\*\s?<!\[CDATA\[\s?\*/|<!\[CDATA\[|\ufeff)+")
_ENTITY_QUOTE = re.compile(r"&(?:quot|#34|#x22);", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;]*")
_OBJECT = re.compile(r"[{\[]")
_DECODER: Final = json.JSONDecoder(strict=False)
_MAX_DEPTH: Final = 12
"""Levels that are searched for a posting: @graph, ItemList, ListItem, mainEntity and a few more."""
_MAX_NODES: Final = 20_000


def read_scripts(root: etree._Element) -> list[Any]:
    """Return the values of all JSON-LD scripts of a page, in order; what cannot be read is left out."""
    values: list[Any] = []
    for script in root.iter("script"):
        if _is_json_ld(script.get("type") or ""):
            values += read_json(script.text or "")
    return values


def read_json(text: str) -> list[Any]:
    """Return the JSON values of a script's text: one, or several when several objects stand in it."""
    text = _WRAPPING.sub("", text)
    values, whole = _decode(text)
    if not whole and _ENTITY_QUOTE.search(text) and not values:
        text = html.unescape(text)
        values, whole = _decode(text)
    begin = _OBJECT.search(text)
    if whole or begin is None:
        return values
    repaired, _ = _decode(repair(text[begin.start() :]))
    return repaired if len(repaired) >= len(values) else values


def find_postings(values: list[Any]) -> list[dict[str, Any]]:
    """Return every JobPosting in the values in order, keys without prefix, references (`@id`) followed."""
    by_id: dict[str, Mapping[str, Any]] = {}
    nodes = list(_nodes(values))
    for node in nodes:
        identity = node.get("@id")
        if isinstance(identity, str) and len(node) > 1:
            by_id.setdefault(identity, node)
    found = []
    for node in nodes:
        if _is_posting(node):
            plain = {_plain_key(key): _followed(value, by_id) for key, value in node.items()}
            found.append(plain)
    return found


def _decode(text: str) -> tuple[list[Any], bool]:
    """Decode values one after the other; return them, and whether no further one is left in the text."""
    values: list[Any] = []
    at = 0
    while at < len(text):
        at = _end(_BETWEEN.match(text, at))
        if at >= len(text) or (values and text[at] not in "{["):
            break
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return _data(values), False
        values.append(value)
    return _data(values), _OBJECT.search(text, at) is None


def _data(values: list[Any]) -> list[Any]:
    return [value for value in values if isinstance(value, dict | list)]


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _is_json_ld(kind: str) -> bool:
    name = kind.lower().split(";")[0].replace(" ", "")
    return name.startswith("application/") and "ld" in name and "json" in name


def _nodes(values: list[Any]) -> Iterator[Mapping[str, Any]]:
    """Yield every object of the values, outer before inner, without looking into postings."""
    stack: list[tuple[Any, int]] = [(value, 0) for value in reversed(values)]
    count = 0
    while stack and count < _MAX_NODES:
        value, depth = stack.pop()
        count += 1
        if isinstance(value, Mapping):
            yield value
            inner: list[Any] = [] if _is_posting(value) else list(value.values())
        else:
            inner = value if isinstance(value, list) else []
        if depth < _MAX_DEPTH:
            stack.extend((item, depth + 1) for item in reversed(inner) if isinstance(item, Mapping | list))


def _is_posting(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type", node.get("type"))
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str) and re.split(r"[/:#]", kind.strip())[-1].lower() == "jobposting":
            return True
    return False


def _plain_key(key: str) -> str:
    return re.sub(r"^(?:https?://schema\.org/|schema:)", "", key)


def _followed(value: Any, by_id: Mapping[str, Mapping[str, Any]], depth: int = 0) -> Any:
    """Return a value with references replaced by what they name, and `{"@value": x}` by x."""
    if depth > _MAX_DEPTH:
        return None
    if isinstance(value, list):
        return [_followed(item, by_id, depth + 1) for item in value]
    if not isinstance(value, Mapping):
        return value
    if "@value" in value:
        return value["@value"]
    if set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
        value = by_id.get(value["@id"], value)
    return {_plain_key(key): _followed(item, by_id, depth + 1) for key, item in value.items()}
