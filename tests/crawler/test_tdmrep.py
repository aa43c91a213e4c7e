"""The file of reservations."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.tdmrep import MAX_BYTES, Reservations


def rules(*pairs):
    return json.dumps([{"location": location, "tdm-reservation": value} for location, value in pairs]).encode()


@pytest.mark.parametrize(
    ("pairs", "path", "expected"),
    [
        ([("/", 1)], "/job/1", True), ([("/", 1)], "", True), ([("*", 1)], "/job/1", True), ([("/", 0)], "/job/1", False),
        ([("/job/", 1)], "/job/1", True), ([("/job/", 1)], "/blog/job/1", False), ([("/job/", 1)], "/job", False),
        ([("/*.html", 1)], "/a/b.html?x=1", True), ([("/*.html$", 1)], "/a/b.html?x=1", False), ([("/*.html$", 1)], "/a/b.html", True),
        ([("/a/*/c", 1)], "/a/b/b/c/d", True), ([("/a.c", 1)], "/abc", False), ([("/a+(b", 1)], "/a+(b", True),
        ([("/caffè", 1)], "/caff%C3%A8/1", True), ([("/caff%C3%A8", 1)], "/caffè", True), ([("/j?id=", 1)], "/j?id=7", True),
        ([("/job/1", 0), ("/", 1)], "/job/1", False), ([("/job/1", 0), ("/", 1)], "/job/2", True), ([("/", 1), ("/job/1", 0)], "/job/1", True),
        ([("/", "1")], "/x", True), ([("/", True)], "/x", False), ([("/", 2), ("/", 1)], "/x", True), ([(None, 1)], "/x", False),
    ],
)  # fmt: skip
def test_rules(pairs, path, expected):
    """Patterns as in robots.txt; the first that matches decides; what is no rule is passed over."""
    assert expected == Reservations.read(rules(*pairs)).reserve(f"https://s.test{path}")


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"null", b"7", b'{"location": 1}', b"[" * 100_000, b"[1, [], {}]", b"\xff\xfe"]
)
def test_what_is_no_such_file(body):
    """It reserves nothing."""
    assert not Reservations.read(body).reserve("https://s.test/")


def test_a_single_rule_without_its_list_and_a_file_without_end():
    """The one is read as it is meant, the other is not read."""
    assert Reservations.read(b'{"location": "/", "tdm-reservation": 1}').reserve("https://s.test/")
    assert not Reservations.read(rules(("/", 1)) + b" " * MAX_BYTES).rules


@pytest.mark.parametrize("body", [rules(("/a*b$", 1), ("/", 0)), rules((" /caff%C3%A8 ", "1"), (7, 1)), b"<html>"])
def test_kept_and_read_again(body):
    """What a store keeps of the rules says the same."""
    found = Reservations.read(body)
    again = Reservations.of(json.loads(json.dumps(found.listed())))

    assert [rule.location for rule in again.rules] == [rule.location for rule in found.rules]
    for path in ("/a/b", "/a/b/c", "/caffè", "/"):
        assert found.reserve(f"https://s.test{path}") == again.reserve(f"https://s.test{path}")


@given(st.binary(max_size=200), st.text(max_size=50))
def test_nothing_breaks_it(body, location):
    """Whatever a site answers."""
    Reservations.read(body)
    Reservations.read(rules((location, 1))).reserve("https://s.test/a?b=c")
