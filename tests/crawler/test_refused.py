"""Sites that are not crawled."""

import pytest

from crawler.errors import SourceError
from crawler.refused import REFUSED, allowed_site, refusal

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


def test_allowed_site():
    """An address of a refused site is an error that says why; any other is handed on."""
    assert allowed_site("https://annunci.esempio.test/x") == "https://annunci.esempio.test/x"
    assert allowed_site("annunci.esempio.test") == "annunci.esempio.test"
    for url in ("https://it.indeed.com/lavoro?q=va", "it.indeed.com/lavoro", "http://user@www.linkedin.com:80/jobs"):
        with pytest.raises(SourceError, match="not crawled: terms forbid"):
            allowed_site(url)
