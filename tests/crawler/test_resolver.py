"""The guarded resolver."""

import asyncio
import socket

import pytest

from crawler.resolver import GuardedResolver


class Receiver:
    def __init__(self):
        self.found = []
        self.done = asyncio.Event()

    def resolutionBegan(self, resolution):  # noqa: N802
        resolution.cancel()

    def addressResolved(self, address):  # noqa: N802
        self.found.append((address.host, address.port))

    def resolutionComplete(self):  # noqa: N802
        self.done.set()


def look_up(resolver, name):
    async def run():
        receiver = Receiver()
        resolver.resolveHostName(receiver, name, 80)
        await asyncio.wait_for(receiver.done.wait(), 20)
        return receiver.found

    return asyncio.run(run())


@pytest.fixture
def names(monkeypatch):
    answers = {
        "mixed.test": ["10.0.0.1", "8.8.8.8", "8.8.8.8", "fe80::1%lo"],
        "private.test": ["127.0.0.1", "::1"],
        "public.test": ["8.8.8.8"],
    }

    def find(host, port, *_args, **_kwargs):
        if host not in answers:
            raise socket.gaierror
        return [
            (socket.AF_INET6 if ":" in each else socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port))
            for each in answers[host]
        ]

    monkeypatch.setattr(socket, "getaddrinfo", find)


@pytest.mark.parametrize(
    ("name", "allowed", "expected", "refused"),
    [
        ("public.test", frozenset(), [("8.8.8.8", 80)], set()),
        ("mixed.test", frozenset(), [("8.8.8.8", 80)], set()),
        ("private.test", frozenset(), [], {"private.test"}),
        ("private.test", frozenset({"private.test"}), [("127.0.0.1", 80), ("::1", 80)], set()),
        ("private.test", None, [("127.0.0.1", 80), ("::1", 80)], set()),
        ("nosuch.test", frozenset(), [], set()),
    ],
)
def test_only_public_addresses_are_handed_out(names, name, allowed, expected, refused):
    """Private ones only for names that are allowed; a name with no others is remembered; an unknown name has none."""
    resolver = GuardedResolver()
    resolver.allowed = allowed

    assert expected == look_up(resolver, name)
    assert refused == resolver.refused
