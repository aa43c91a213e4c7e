"""Which addresses may be reached."""

import pytest

from crawler.addresses import is_public, literal_address, refusal

PRIVATE = [
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "198.18.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12::1",
    "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "2001:0:7f00:1::", "::7f00:1", "::ffff:0:127.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address):
    """Neither this machine, nor its network, nor an IPv6 wrapping of either."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]
)
def test_public(address):
    """An address that anybody may reach."""
    assert is_public(address)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.1", "127.0.0.1"), ("0x7f000001", "127.0.0.1"), ("2130706433", "127.0.0.1"), ("0177.0.0.1", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"), ("0", "0.0.0.0"), ("[::1]", "::1"), ("::1%lo", "::1"), ("0x7f.1", "127.0.0.1"),
        ("example.test", None), ("", None), ("1.2.3.4.5", None),
    ],
)  # fmt: skip
def test_literal_address(host, expected):
    """All spellings that a resolver takes for an address."""
    assert expected == (None if (found := literal_address(host)) is None else str(found))


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("file:///etc/passwd", "only http"), ("ftp://e.test/", "only http"), ("data:text/html,x", "only http"),
        ("javascript:alert(1)", "only http"), ("//e.test/", "only http"), ("gopher://e.test/", "only http"),
        ("http:///x", "no host"), ("http://a:b@e.test/", "user name"), ("http://e.test:99999/", "not a valid"),
        ("http://[::1", "not a valid"), ("http://localhost/", "private"), ("http://LOCALHOST./", "private"),
        ("http://printer.local/", "private"), ("http://127.1/", "private"), ("http://[::ffff:7f00:1]/", "private"),
        ("http://2130706433/", "private"), ("https://169.254.169.254/latest/meta-data", "private"),
    ],
)  # fmt: skip
def test_refusal(url, word):
    """What is refused by its spelling alone, and why."""
    assert word in refusal(url)


@pytest.mark.parametrize("url", ["http://e.test/", "https://e.test:8443/a?b=c", "https://93.184.216.34/"])
def test_nothing_against(url):
    """An ordinary address passes; its name is judged when it is resolved."""
    assert not refusal(url)
