"""WP Job Manager: a WordPress site's whole job board through its REST API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.salary import make_salary, read_salary

_PAGE = 100


class WpJobManager(JsonSource):
    """The REST API of the plugin, which many small boards run. A filled job stays listed, marked as such."""

    card = Card(
        name="wpjobmanager",
        title="WP Job Manager sites",
        endpoint="https://{board}/wp-json/wp/v2/job-listings?per_page=100&page={page}",
        documentation="https://github.com/Automattic/WP-Job-Manager",
        checked_on=date(2026, 11, 20),
        boards="addresses of sites (https://annunci.esempio.test/)",
        min_interval=6 * 3600,
        max_calls_per_day=100,
        attribution="",
        personal_data_dropped=("the application address", "the author", "e-mails and phones in texts"),
        completeness="authoritative",
        closing="when it is no longer listed, or is marked as filled",
        licence="terms are each site's own: read them before you list a site",
        default_on=False,
    )
    start = ("{board}/wp-json/wp/v2/job-listings?per_page=100&page=1",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any]:
        """Return the fields of a listing."""
        facts = item.get("meta") or {}
        salary, pay_raw = _pay(facts)
        return {
            "url": item["link"],
            "identifier": f"{urlsplit(call.board).hostname}/{item['id']}",
            "title": item["title"],
            "description": (item.get("content") or {}).get("rendered"),
            "hiring_organization": facts.get("_company_name"),
            "employment_type": _terms(item, "job_listing_type"),
            "base_salary": salary,
            "pay_raw": pay_raw,
            "job_location": facts.get("_job_location"),
            "remote": bool(facts.get("_remote_position")),
            "date_posted": item.get("date_gmt") or item.get("date"),
            "naive_is_utc": "date_gmt" in item,
            "valid_through": facts.get("_job_expires"),
            "category": _terms(item, "job_listing_category"),
            "expired": bool(facts.get("_filled")),
        }

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002
        """Return the next page after a full one; a page that is not there ends the list."""
        if count >= _PAGE:
            url = f"{call.url.rpartition('=')[0]}={call.page + 1}"
            yield call._replace(url=url, page=call.page + 1, missing_ends=True)


def _pay(facts: Mapping[str, Any]) -> tuple[Any, str]:
    """Return pay in fields: amount, currency and unit stand apart, the amount is free text."""
    amount = facts.get("_job_salary") or ""
    currency, unit = facts.get("_job_salary_currency") or None, facts.get("_job_salary_unit") or None
    salary, text = read_salary(amount, currency, unit)
    raw = " ".join(str(part) for part in (amount, currency, unit) if part)
    if salary is None:
        return None, text and raw
    return make_salary(salary.min, salary.max, salary.currency, salary.unit, raw=raw), ""


def _terms(item: Mapping[str, Any], taxonomy: str) -> list[str]:
    """Return the names of a taxonomy's terms, which stand in the answer only where the site embeds them."""
    groups = (item.get("_embedded") or {}).get("wp:term") or []
    return [term["name"] for group in groups for term in group if term.get("taxonomy") == taxonomy]
