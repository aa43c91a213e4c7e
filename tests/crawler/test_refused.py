"""Sites that are not crawled."""

import pytest

from crawler.refused import REFUSED, refusal

HOSTS = [
    ("www.linkedin.com", "LinkedIn"),
    ("it.indeed.com", "Indeed"),
    ("indeed.it", "Indeed"),
    ("www.glassdoor.it", "Glassdoor"),
    ("WWW.UPWORK.COM.", "Upwork"),
    ("old.reddit.com", "Reddit"),
    ("annunci.esempio.test", None),
    ("notlinkedin.com", None),
    ("linkedin.com.esempio.test", None),
    ("remotive.com", None),
    ("", None),
]


@pytest.mark.parametrize(("host", "name"), HOSTS)
def test_refusal(host, name):
    """A host is refused with its subdomains and, where said, in every country; look-alikes are not."""
    found = refusal(host)

    assert (found and found.name) == name


def test_reasons():
    """Each refusal gives a reason in one line."""
    assert all(len(entry.reason) > 20 and "\n" not in entry.reason for entry in REFUSED)
