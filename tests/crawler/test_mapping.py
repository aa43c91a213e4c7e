"""From fields to an Ad."""

import pytest

from crawler.mapping import build_ad, canonical_url, joined, language_code, line

URLS = [
    ("HTTPS://E.Test/Lavoro/1?utm_source=x&id=3&fbclid=y#top", "https://e.test/Lavoro/1?id=3"),
    ("https://e.test", "https://e.test/"),
    ("https://e.test:443/a", "https://e.test/a"),
    ("http://e.test:8080/a", "http://e.test:8080/a"),
    ("https://anna:secret@e.test/a", "https://e.test/a"),
    (" https://e.test/un annuncio ", "https://e.test/un%20annuncio"),
    ("https://e.test/a?x=1&x=2", "https://e.test/a?x=1&x=2"),
]


@pytest.mark.parametrize(("url", "expected"), URLS)
def test_canonical_url(url, expected):
    """An address is free of tracking, fragments and users."""
    assert canonical_url(url) == expected


@pytest.mark.parametrize(
    "url", ["", "mailto:a@e.test", "javascript:alert(1)", "file:///etc/passwd", "//e.test/a", "https://", "http://[x/"]
)
def test_no_address(url):
    """What no browser should open is refused."""
    with pytest.raises(ValueError):
        canonical_url(url)


def test_everything_is_masked():
    """No field lets a contact through."""
    mail, phone = "anna@studio.test", "+39 333 0000123"
    ad = build_ad(
        source="board",
        url="https://e.test/1",
        identifier="1",
        title=f"Assistente, scrivi a {mail}",
        description=f"<p>Tel. {phone}</p>",
        hiring_organization=f"Studio {mail}",
        pay_raw=f"chiedi al {phone}",
        job_location=[f"Roma {phone}"],
        category=f"VA {mail}",
        employment_type=[mail],
    )

    assert "anna" not in str(ad.to_dict())
    assert "333" not in str(ad.to_dict())


def test_neither_title_nor_text():
    """An ad without a word is none."""
    with pytest.raises(ValueError, match="neither title nor text"):
        build_ad(source="b", url="https://e.test/1", identifier=1, title=" ", description="<p></p>")


def test_lines():
    """Lists are joined without repeats, markup is read, other values are empty."""
    assert joined(["a", " a ", "<b>b</b>", None, ""]) == "a; b"
    assert line({"name": "Roma"}) == "Roma"
    assert line(None) == line(object()) == ""
    assert [language_code(code) for code in ("it-IT", "EN_us", "it", "italiano", None)] == ["it", "en", "it", "", ""]


@pytest.mark.parametrize(
    "shape", ["https://e.test/annunci/segretaria-a-{}.html", "33312345{:0>2}", "https://e.test/work-at-{}.com/1"]
)
def test_identities_are_never_masked_into_one(shape):
    """What looks like a contact in an identifier is not stored, and ads that differ stay apart."""
    names = (
        [shape.format(each) for each in ("roma", "bari")] if "-" in shape else [shape.format(each) for each in (1, 2)]
    )
    found = [
        build_ad(source="b", url="https://e.test/1", identifier=name, title="VA", description="") for name in names
    ]
    assert found[0].identifier != found[1].identifier
    assert not {"email", "phone"} & set(found[0].identifier.replace("[", " ").replace("]", " ").split())
    assert build_ad(source="b", url="https://e.test/1", identifier=42, title="VA", description="").identifier == "42"
