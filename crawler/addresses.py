"""Which network addresses a crawl may reach: public ones only. Pure functions.

A page decides where a crawl goes next (links, redirects, sitemaps), so a page could send it to the machine it
runs on or to its network. What counts is the address that a name resolves to, not the name.
"""

from __future__ import annotations

import ipaddress
import socket
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_LOCAL_SUFFIXES: Final = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def is_public(address: Address | str) -> bool:
    """Return whether an IP address may be reached: global, unicast, and so is any IPv4 address it wraps."""
    ip = ipaddress.ip_address(address) if isinstance(address, str) else address
    if not ip.is_global or ip.is_multicast or (ip.is_reserved and ip not in _NAT64):
        return False
    return all(wrapped.is_global for wrapped in _wrapped(ip))


def literal_address(host: str) -> Address | None:
    """Return the IP address that `host` spells in any form a resolver takes (`127.1`, `0x7f000001`)."""
    text = host.strip("[]").rstrip(".").partition("%")[0]
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(text)) if text else None
    except (OSError, ValueError):
        return None


def refusal(url: str) -> str:
    """Return why `url` may not be asked, judged by its spelling alone; empty when nothing speaks against it.

    A name that passes is judged again when it is resolved.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "not a valid address"
    if parts.scheme not in {"http", "https"}:
        return f"{parts.scheme or 'no scheme'}: only http and https are fetched"
    if not host or parts.username is not None:
        return "a user name in the address" if host else "no host"
    return _private(host)


@lru_cache(maxsize=1024)
def _private(host: str) -> str:
    literal = literal_address(host)
    if literal is not None and not is_public(literal):
        return f"{host} is a private address"
    name = host.rstrip(".").lower()
    if literal is None and (name == "localhost" or name.endswith(_LOCAL_SUFFIXES)):
        return f"{host} is a private name"
    return ""


def _wrapped(ip: Address) -> list[ipaddress.IPv4Address]:
    """Return the IPv4 addresses that an IPv6 address leads to (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    found = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [each for each in found if each is not None]
