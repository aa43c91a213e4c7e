"""Reserved pages."""

import pytest

from crawler.errors import StoreError
from crawler.middlewares.reservation import reserved

FILE = "lavori.test/.well-known/tdmrep.json"
RULES = '[{"location": "/job/b$", "tdm-reservation": 1}]'


@pytest.mark.parametrize(
    ("header", "body", "expected"),
    [
        (b"1", b"", True), (b" 1 ", b"", True), (b"0", b"", False), (None, b"", False),
        (None, b'<meta name="tdm-reservation" content="1">', True), (None, b"<META content=1 NAME=tdm-reservation>", True),
        (None, b"<meta name='tdm-reservation' content='0'>", False), (None, b'<meta name="robots" content="1">', False),
        (None, b"<p>tdm-reservation</p><meta content='1'>", False),
        (None, b"x" * 70_000 + b'<meta name="tdm-reservation" content="1">', False),
        (None, b"<meta name=tdm-reservation" * 5_000, False),
    ],
)  # fmt: skip
def test_reserved(header, body, expected):
    """By header or by meta tag in the page's head; 0 and absence reserve nothing."""
    assert expected == reserved(header, body)


@pytest.fixture
def visit(web, crawl):
    """Return a function that visits a site of three pages anew; it returns what was asked and the verdict."""
    web.site("lavori.test", dict.fromkeys("abc"))

    def run():
        web.log.clear()
        verdict = crawl("https://lavori.test/")["lavori.test"].verdict
        return "".join(sorted(each[-1] for each in web.asked("lavori.test/job/"))), verdict

    return run


def headers(web):
    """Return the headers with which the file was asked, once."""
    (found,) = (each[2] for each in web.log if each[0] == FILE)
    return found


def unless(name, value, body):
    """Return an answer with a validator that answers 304 to it."""

    def answer(handler):
        validator = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}[name]
        same = handler.headers.get(validator) == value
        return (304, {name: value}, b"") if same else (200, {name: value}, body)

    return answer


@pytest.mark.parametrize(("name", "value"), [("ETag", '"1"'), ("Last-Modified", "Sun, 01 Nov 2026 08:00:00 GMT")])
def test_the_file_is_asked_whether_it_has_changed(web, visit, name, value):
    """While it has not, what it said still holds; when it has, what it says now."""
    web.pages[FILE] = unless(name, value, RULES)
    first = visit()
    second = visit(), headers(web)
    web.pages[FILE] = unless(name, value + "2", RULES.replace("b$", "c$"))
    third = visit()
    fourth = visit(), headers(web)

    assert first == ("ac", "partial") == second[0]
    assert value in second[1].values()
    assert third == ("ab", "partial") == fourth[0]
    assert value + "2" in fourth[1].values()


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ((500, {"Retry-After": "0"}, ""), "ac"), ((429, {"Retry-After": "0"}, ""), "ac"), ((404, {}, ""), "abc"),
        ((200, {}, "<html>Lavori</html>"), "abc"), ((200, {}, "[]"), "abc"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_had_says_what_it_said(web, visit, answer, asked):
    """One that is gone, or is none any more, says nothing, now and later."""
    web.pages[FILE] = (200, {"ETag": '"1"'}, RULES)
    visit()
    web.pages[FILE] = answer
    second = visit()
    web.pages[FILE] = lambda _handler: (500, {"Retry-After": "0"}, "")

    assert [asked, asked] == [second[0], visit()[0]]


def test_a_file_without_a_validator_is_asked_anew(web, visit):
    """There is nothing to ask with; its rules are kept for the day when it cannot be had."""
    web.pages[FILE] = (200, {}, RULES)
    visit()

    assert visit() == ("ac", "partial")
    assert not {"If-None-Match", "If-Modified-Since"} & set(headers(web))


def test_a_store_that_cannot_keep_it(web, visit, store, monkeypatch):
    """What the file says holds all the same; it is asked anew next time."""

    def fails(*_):
        raise StoreError("full")

    monkeypatch.setattr(type(store), "keep_file", fails)
    web.pages[FILE] = (200, {"ETag": '"1"'}, RULES)

    assert [("ac", "partial")] * 2 == [visit(), visit()]
    assert "If-None-Match" not in headers(web)
