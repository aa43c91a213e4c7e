"""A JobPosting → Ad: single members; whole pages are in test_messy_pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.posting import posting_to_ad, posting_url

URL = "https://annunci.esempio.test/lavoro/1"


def read(**members):
    """Return the ad of a posting with these members."""
    return posting_to_ad({"title": "Assistente", **members}, URL, "annunci.esempio.test")


def test_neither_title_nor_text():
    """A posting without a word is none."""
    assert posting_to_ad({"datePosted": "2026-11-02"}, URL, "x") is None
    assert posting_to_ad({"description": "<p>\u200b</p>", "title": "<b></b>"}, URL, "x") is None


def test_title_of_a_text():
    """A posting without a title is called by its first words."""
    assert (
        posting_to_ad({"description": "<p>Cerco aiuto per le fatture</p>"}, URL, "x").title
        == "Cerco aiuto per le fatture"
    )


TYPES = [
    ("CONTRACTOR", ("CONTRACTOR",)),
    (["PART_TIME", "CONTRACTOR"], ("PART_TIME", "CONTRACTOR")),
    ("FULL_TIME, PART_TIME", ("FULL_TIME", "PART_TIME")),
    ("https://schema.org/FULL_TIME", ("FULL_TIME",)),
    ({"@type": "Text", "name": "Freelance"}, ("Freelance",)),
    (None, ()),
    ([], ()),
]


@pytest.mark.parametrize(("value", "expected"), TYPES)
def test_employment_type(value, expected):
    """Types come as text, list, address, or one text with commas."""
    assert read(employmentType=value).employment_type == expected


REMOTE = [
    ({"jobLocationType": "TELECOMMUTE"}, "TELECOMMUTE"),
    ({"jobLocationType": ["TELECOMMUTE"]}, "TELECOMMUTE"),
    ({"jobLocationType": "Lavoro da remoto"}, "TELECOMMUTE"),
    ({"jobLocation": "Remote"}, "TELECOMMUTE"),
    ({"jobLocation": {"address": {"addressLocality": "Da remoto"}}}, "TELECOMMUTE"),
    ({"jobLocation": "Remoto di Sopra, Udine"}, ""),
    ({}, ""),
]


@pytest.mark.parametrize(("members", "expected"), REMOTE)
def test_remote(members, expected):
    """Remote work is what says so, not a place that sounds alike."""
    assert read(**members).job_location_type == expected


@pytest.mark.parametrize(("language", "expected"), [("it-IT", "2026-11-02"), ("en", None), ("", None)])
def test_order_of_day_and_month(language, expected):
    """`02/11/2026` is read where the page's language leaves no doubt."""
    ad = posting_to_ad({"title": "Assistente", "datePosted": "02/11/2026"}, URL, "x", language=language)

    assert (ad.date_posted, ad.date_posted_raw) == (expected, "02/11/2026")


def test_further_texts():
    """Responsibilities, qualifications and the like are part of what is read, once."""
    ad = read(description="<p>Agenda.</p>", responsibilities="<p>Posta.</p>", qualifications="<p>Agenda.</p>")

    assert ad.description == "Agenda.\n\nPosta."


def test_other_members():
    """Industry, language and organisation in their forms."""
    ad = read(
        industry=["Studi"],
        occupationalCategory={"name": "Segreteria"},
        inLanguage={"name": "it"},
        hiringOrganization=[{"legalName": "Bianchi"}],
    )

    assert (ad.category, ad.language, ad.hiring_organization) == ("Studi; Segreteria", "it", "Bianchi")


ADDRESSES = [
    ("/lavoro/2", "https://annunci.esempio.test/lavoro/2"),
    ("https://altro.test/2", ""),
    ("https://annunci.esempio.test/", ""),
    ("", ""),
    (3, ""),
    ("#x", URL),
]


@pytest.mark.parametrize(("url", "expected"), ADDRESSES)
def test_posting_url(url, expected):
    """A posting's own address counts when it is a page of the same host."""
    assert posting_url({"url": url}, URL) == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "address", "addressLocality", "value", "minValue"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
MEMBERS = st.sampled_from(
    ["title", "description", "hiringOrganization", "jobLocation", "baseSalary", "employmentType", "datePosted", "validThrough", "jobLocationType",
     "applicantLocationRequirements", "industry", "inLanguage", "url", "salaryCurrency", "responsibilities"]
)  # fmt: skip


@given(st.dictionaries(MEMBERS, JSON, max_size=8))
def test_any_members(node):
    """Whatever stands in a posting, it is an ad or none, and can be written as UTF-8."""
    ad = posting_to_ad(node, URL, "x")

    if ad:
        str(ad.to_dict()).encode()
        ad.content_hash()
    posting_url(node, URL)
