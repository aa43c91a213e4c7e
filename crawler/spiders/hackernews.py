"""Hacker News: "Freelancer? Seeking freelancer?", of which only the clients' comments are ads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from crawler.base_spiders.base import Call
from crawler.base_spiders.json_list import JsonSource
from crawler.card import Card
from crawler.html import visible_text

_API = "https://hn.algolia.com/api/v1"
_THREADS = 2
_CLIENT = re.compile(r"SEEKING\s{1,3}FREELANCERS?\b[\s|:,-]{0,10}", re.IGNORECASE)


class HackerNews(JsonSource):
    """The two newest monthly threads. About one comment of ninety is a client's; SEEKING WORK is no ad."""

    card = Card(
        name="hackernews",
        title="Hacker News: Seeking freelancer?",
        endpoint="https://hn.algolia.com/api/v1/search?tags=comment,story_{thread}",
        documentation="https://hn.algolia.com/api",
        checked_on=date(2026, 11, 20),
        min_interval=24 * 3600,
        max_calls_per_day=20,
        attribution="Comment on Hacker News (news.ycombinator.com)",
        personal_data_dropped=("the author's name", "e-mails and phones in texts"),
        completeness="window",
        closing="by age: a thread lives a month",
        licence="free API of 10,000 requests an hour; texts are their authors', quoted short with a link",
        default_on=True,
    )
    start = (f"{_API}/search_by_date?tags=story,author_whoishiring",)
    path = ("hits",)

    def fields(self, item: Any, call: Call) -> Mapping[str, Any] | None:  # noqa: ARG002
        """Return the fields of a client's comment at the top level of a thread; None for anything else."""
        if item.get("parent_id") is None or str(item["parent_id"]) != str(item["story_id"]):
            return None
        text = visible_text(item.get("comment_text") or "")
        found = _CLIENT.match(text)
        if not found:
            return None
        title = text.partition("\n")[0][found.end() :]
        return {
            "url": f"https://news.ycombinator.com/item?id={item['objectID']}",
            "identifier": item["objectID"],
            "title": title,
            "description": text,
            "remote": "remote" in title.lower(),
            "date_posted": item.get("created_at") or item.get("created_at_i"),
            "language": "en",
        }

    def more(self, body: bytes, call: Call, count: int) -> Iterable[Call]:  # noqa: ARG002
        """Return the comments of the newest threads, and their further pages."""
        payload = self.payload(body)
        if not call.board:
            threads = [hit for hit in payload["hits"] if "seeking freelancer" in str(hit.get("title")).lower()]
            for thread in threads[:_THREADS]:
                number = str(thread["objectID"])
                yield Call(f"{_API}/search?tags=comment,story_{number}&hitsPerPage=100&page=0", number)
        elif call.page < (payload.get("nbPages") or 0):
            yield call._replace(url=f"{call.url.rpartition('=')[0]}={call.page}", page=call.page + 1)
