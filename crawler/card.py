"""The card of a source: what it is, on which terms it is visited, and what its ads may be used for.

This module is ground floor: it imports nothing of VeraVA.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Completeness = Literal["authoritative", "window", "search"]
"""`authoritative`: the list holds every open ad, so absence closes; `window`: the newest; `search`: a query's."""

_YES_NO = {True: "yes", False: "no"}


class Card(BaseModel):
    """One source's card; checked when the source's file is imported, printed by `verava sources`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{1,29}$")]
    """Name of the source, its file and its spider."""
    title: Annotated[str, Field(min_length=2)]
    """Name as people know it."""
    endpoint: Annotated[str, Field(pattern=r"^https://|^any ")]
    """Address that is asked; `{…}` stands for a board, a page or a key."""
    documentation: Annotated[str, Field(pattern=r"^https://\S+$")] | None
    """Where the source documents the endpoint and its terms; None when no such page was found."""
    checked_on: date
    """Day as of which the card's facts are told, from the source's documents as they were at hand; not a visit to the
    live site. Compare and renew it before you rely on a source's terms."""
    key: tuple[str, ...] = ()
    """Environment variables that hold the user's key; empty when none is needed."""
    boards: str = ""
    """What `[boards]` of verava.toml lists for this source; empty for a source with one list."""
    min_interval: Annotated[int, Field(ge=60)]
    """Seconds between two visits."""
    max_calls_per_day: Annotated[int, Field(ge=1)]
    """Requests a day, all visits together."""
    delay_of_data: str = ""
    """How late the source publishes an ad, as far as it says."""
    attribution: str
    """Credit that travels with every ad into the reports; empty when the source asks for none."""
    personal_data_dropped: Annotated[tuple[str, ...], Field(min_length=1)]
    """What is left out or masked before anything is stored."""
    completeness: Completeness
    """What absence from the list means."""
    closing: Annotated[str, Field(min_length=10)]
    """When an ad of this source counts as closed."""
    in_reports: bool = True
    """May its ads feed published figures?"""
    robots: Annotated[str, Field(pattern=r"^obey$|^exception: https://\S+$")] = "obey"
    """`obey`, or the documented grant that goes before robots.txt, with its address."""
    licence: Annotated[str, Field(min_length=10)]
    """Terms in short."""
    default_on: bool
    """Visited by `verava crawl` without a name?"""

    @property
    def robots_exception(self) -> bool:
        """Return whether a documented grant allows the endpoint although robots.txt may not."""
        return self.robots != "obey"

    @property
    def needs(self) -> str:
        """What it takes to be visited: `by default`, `key`, `boards` or `by name`."""
        if self.default_on:
            return "by default"
        return "key" if self.key else "boards" if self.boards else "by name"

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return the card as (heading, value), for people."""
        values = self.model_dump()
        values["documentation"] = values["documentation"] or "none found"
        values["key"] = ", ".join(self.key) or "none needed"
        values["boards"] = self.boards or "one list"
        values["delay_of_data"] = self.delay_of_data or "not stated"
        values["attribution"] = self.attribution or "none asked for"
        values["min_interval"] = f"{self.min_interval} s"
        values["personal_data_dropped"] = ", ".join(self.personal_data_dropped)
        values["in_reports"] = _YES_NO[self.in_reports]
        values["default_on"] = _YES_NO[self.default_on]
        return tuple((name.replace("_", " "), str(value)) for name, value in values.items())
