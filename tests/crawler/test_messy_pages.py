"""Pages as sites really write them: each must be read, and none that is over may count as open."""

import html
import json

import pytest

from crawler.page import is_expired_page, page_to_ads, postings_on_page

URL = "https://annunci.esempio.test/lavoro/42"
POSTING = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Segreteria virtuale per studio dentistico",
    "description": "<p>Cerchiamo chi tenga l'agenda del nostro studio.</p><ul><li>Chiamate e posta</li><li>Fatture</li></ul>",
    "datePosted": "2026-10-05",
    "validThrough": "2099-01-31",
    "employmentType": "CONTRACTOR",
    "hiringOrganization": {"@type": "Organization", "name": "Studio Quercia"},
    "jobLocationType": "TELECOMMUTE",
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", "minValue": 14, "maxValue": 18, "unitText": "HOUR"},
    },
}
TEXT = json.dumps(POSTING, ensure_ascii=False)
BODY = "Cerchiamo chi tenga l'agenda del nostro studio.\n\n- Chiamate e posta\n- Fatture"
SCRIPT = '<script type="application/ld+json">{}</script>'


def page(*scripts, body="", head="", lang="it"):
    """Return a page with the given script contents."""
    tags = "".join(SCRIPT.replace("{}", text) for text in scripts)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}{tags}</head><body>{body}</body></html>'
    )


def posting(**changes):
    """Return the posting as JSON with some members changed; None leaves one out."""
    merged = {**POSTING, **changes}
    return json.dumps({key: value for key, value in merged.items() if value is not None}, ensure_ascii=False)


def typed(kind, text=TEXT):
    """Return a page whose script has another type attribute."""
    return f"<html><body><script {kind}>{text}</script></body></html>"


def microdata(extra=""):
    """Return the posting in microdata."""
    return f"""<html lang="it"><body><article itemscope itemtype="https://schema.org/JobPosting">
      <h1 itemprop="title">{POSTING["title"]}</h1>
      <div itemprop="description">{POSTING["description"]}</div>
      <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
        <b itemprop="name">Studio Quercia</b></span>
      <time itemprop="datePosted" datetime="2026-10-05">ieri</time>
      <meta itemprop="employmentType" content="CONTRACTOR">
      <meta itemprop="jobLocationType" content="TELECOMMUTE">
      <div itemprop="baseSalary" itemscope itemtype="https://schema.org/MonetaryAmount">
        <meta itemprop="currency" content="EUR">
        <div itemprop="value" itemscope itemtype="https://schema.org/QuantitativeValue">
          <meta itemprop="minValue" content="14"><meta itemprop="maxValue" content="18">
          <meta itemprop="unitText" content="HOUR"></div></div>{extra}
      </article></body></html>"""


RDFA = f"""<html lang="it"><body vocab="https://schema.org/" typeof="JobPosting">
  <h1 property="title">{POSTING["title"]}</h1><div property="description">{POSTING["description"]}</div>
  <div property="hiringOrganization" typeof="Organization"><span property="name">Studio Quercia</span></div></body></html>"""

WHOLE = {
    "title": POSTING["title"],
    "description": BODY,
    "hiring_organization": "Studio Quercia",
    "pay": (14.0, 18.0, "EUR", "HOUR"),
}
GRAPH = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": "BreadcrumbList"}, POSTING]}
REFERRED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#org", "name": "Studio Quercia"},
        {**POSTING, "hiringOrganization": {"@id": "#org"}},
    ],
}
ITEM_LIST = {
    "@type": "ItemList",
    "itemListElement": [
        {"@type": "ListItem", "position": 1, "item": POSTING},
        {"@type": "ListItem", "url": "https://altro.test/1"},
    ],
}
EXPANDED = {
    "@type": ["http://schema.org/JobPosting"],
    **{f"http://schema.org/{key}": [{"@value": POSTING[key]}] for key in ("title", "description")},
    "http://schema.org/hiringOrganization": {"http://schema.org/name": "Studio Quercia"},
}

WHOLE_PAGES = {
    # what sites do to the script
    "plain": page(TEXT),
    "beside an empty script": page("", TEXT),
    "beside a broken script": page('{"@type": "Organization", "name": ', TEXT),
    "beside a script of prose": page("qui va il JSON", TEXT),
    "invalid escape": page(TEXT.replace("Chiamate e posta", r"Chiamate e posta")).replace("studio.<", r"studio.\<"),
    "raw newlines in a text": page(TEXT.replace("</p><ul>", "</p>\n\t<ul>")),
    "trailing comma": page(TEXT[:-1] + ",}"),
    "trailing commas within": page(TEXT.replace('"HOUR"}', '"HOUR",}')),
    "doubled comma": page(TEXT.replace(', "validThrough"', ',, "validThrough"')),
    "missing comma": page(TEXT.replace('"CONTRACTOR", ', '"CONTRACTOR"\n ')),
    "semicolon after": page(TEXT + ";"),
    "cdata": page(f"<![CDATA[{TEXT}]]>"),
    "cdata in a comment": page(f"//<![CDATA[\n{TEXT}\n//]]>"),
    "html comment": page(f"<!--\n{TEXT}\n-->"),
    "comments of scripts": page("/* annuncio */\n" + TEXT.replace('"datePosted"', '// data\n"datePosted"')),
    "entities": page(html.escape(TEXT)),
    "numeric entities": page(TEXT.replace('"', "&#34;")),
    "several objects": page('{"@type": "Organization", "name": "Studio Quercia"}\n' + TEXT),
    "several objects with commas": page('{"@type": "WebSite"},' + TEXT + ","),
    "an assignment": page(f"window.annuncio = {TEXT};"),
    "byte-order mark": page("\ufeff" + TEXT),
    "cut off at the end": page(TEXT[:-3]),
    "single quotes": page(TEXT.replace("'", "\\u0027").replace('"', "'")),
    "bare names": page(TEXT.replace('"title"', "title").replace('"datePosted"', "datePosted")),
    "charset in the type": typed('type="application/ld+json; charset=UTF-8"'),
    "upper case in the type": typed('type="Application/LD+JSON"'),
    "blanks in the type": typed("type=' application/ld+json '"),
    "type without quotes": typed("type=application/ld+json"),
    "script in the body": f"<p>x</p><script type='application/ld+json'>{TEXT}</script>",
    "no html around": SCRIPT.replace("{}", TEXT),
    # where sites put the posting
    "graph": page(json.dumps(GRAPH)),
    "array": page(f"[{TEXT}]"),
    "array in an array": page(f"[[{TEXT}]]"),
    "item list": page(json.dumps(ITEM_LIST)),
    "main entity": page(json.dumps({"@type": "WebPage", "mainEntity": POSTING})),
    "main entity in a list": page(json.dumps({"@type": "ItemPage", "mainEntity": [{"@type": "Thing"}, POSTING]})),
    "reference to the organisation": page(json.dumps(REFERRED)),
    "list of types": page(posting(**{"@type": ["Thing", "JobPosting"]})),
    "prefix in the type": page(posting(**{"@type": "schema:JobPosting"})),
    "address as type": page(posting(**{"@type": "http://schema.org/JobPosting"})),
    "lower case type": page(posting(**{"@type": "jobposting"})),
    "type without at": page(posting(**{"@type": None, "type": "JobPosting"})),
    # how sites write its members
    "description escaped": page(posting(description=html.escape(POSTING["description"]))),
    "description escaped twice": page(posting(description=html.escape(html.escape(POSTING["description"])))),
    "organisation as text": page(posting(hiringOrganization="Studio Quercia")),
    "organisation in a list": page(posting(hiringOrganization=[{"@type": "Organization", "name": "Studio Quercia"}])),
    "salary in texts": page(TEXT.replace("14,", '"14,00",').replace("18,", '"18.00",')),
    "salary in a list": page(posting(baseSalary=[POSTING["baseSalary"]])),
    "salary range in one text": page(
        posting(baseSalary={"currency": "EUR", "value": {"value": "14 - 18", "unitText": "HOUR"}})
    ),
    "salary as one text": page(posting(baseSalary="14-18 € all'ora")),
    "salary without a value level": page(
        posting(baseSalary={"@type": "MonetaryAmount", "currency": "EUR", "minValue": 14, "maxValue": 18, "unitText": "hour"})
    ),
    "salary with codes": page(posting(baseSalary={"currency": "eur", "value": {"minValue": 14, "maxValue": 18, "unitCode": "HUR"}})),
    "price specification": page(
        posting(baseSalary={"@type": "PriceSpecification", "priceCurrency": "EUR", "minPrice": "14", "maxPrice": "18", "unitText": "h"})
    ),
    "estimated salary": page(posting(baseSalary=None, estimatedSalary=POSTING["baseSalary"])),
    "microdata": microdata(),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE_PAGES)
def test_messy_page_is_read_whole(name):
    """Whatever a site did to its posting, title, text, poster and pay are what it published."""
    (ad,) = postings_on_page(WHOLE_PAGES[name], URL)
    salary = ad.base_salary
    read = {
        "title": ad.title,
        "description": ad.description.replace("\\<", "<").replace("\\", ""),
        "hiring_organization": ad.hiring_organization,
        "pay": salary and (salary.min, salary.max, salary.currency, salary.unit),
    }

    assert read == WHOLE
    assert ad.url == ad.identifier == URL
    assert not ad.expired


def test_there_are_enough_messy_pages():
    """The table is not thinned out."""
    assert len(WHOLE_PAGES) >= 50


INNER_QUOTES = [
    'Gestione "completa" della posta',
    'Il "cliente", che è esigente, paga',
    '"Subito" disponibili',
    'Chiamaci "ora"',
    'Usiamo "Trello" e "Slack"; niente altro',
    'Perché l\'orario è "libero" (davvero)',
]


@pytest.mark.parametrize("text", INNER_QUOTES)
def test_quotes_within_a_text(text):
    """Quotes that nobody escaped stay in the text, and the members after it are still read."""
    (ad,) = postings_on_page(page(posting(description="@@").replace("@@", text)), URL)

    assert ad.description == text
    assert ad.hiring_organization == "Studio Quercia"


PLACES = [
    ("Torino (TO)", "Torino (TO)"),
    (["Torino", "Cuneo"], "Torino; Cuneo"),
    ({"@type": "Place", "address": "Via dei Pini 3, Torino"}, "Via dei Pini 3, Torino"),
    ({"@type": "Place", "address": {"addressLocality": "Torino", "addressCountry": "IT"}}, "Torino, IT"),
    (
        {"address": {"addressLocality": "Torino", "addressCountry": {"@type": "Country", "name": "Italia"}}},
        "Torino, Italia",
    ),
    ([{"address": {"addressLocality": "Torino"}}, {"address": {"addressLocality": "Asti"}}], "Torino; Asti"),
    ({"@type": "Place", "name": "Torino"}, "Torino"),
    ({"address": [{"addressLocality": "Torino", "addressRegion": "TO"}]}, "Torino, TO"),
]


@pytest.mark.parametrize(("place", "expected"), PLACES)
def test_places(place, expected):
    """A place may be a text, an address, or a list of either."""
    (ad,) = postings_on_page(page(posting(jobLocation=place)), URL)

    assert ad.job_location == expected


def test_place_of_remote_work():
    """For remote work without a place, where applicants may live is the place."""
    required = [{"@type": "Country", "name": "Italia"}, {"@type": "Country", "name": "Svizzera"}]
    (ad,) = postings_on_page(page(posting(applicantLocationRequirements=required)), URL)

    assert (ad.job_location, ad.job_location_type) == ("Italia; Svizzera", "TELECOMMUTE")


@pytest.mark.parametrize("source", [RDFA, page(json.dumps(EXPANDED))], ids=["rdfa", "expanded"])
def test_other_notations(source):
    """RDFa Lite and expanded JSON-LD are read too."""
    (ad,) = postings_on_page(source, URL)

    assert (ad.title, ad.description, ad.hiring_organization) == (POSTING["title"], BODY, "Studio Quercia")


def test_two_postings_are_two_ads():
    """Postings that share a page have identities of their own; those with an address of their own keep it."""
    ads = postings_on_page(page(TEXT, posting(title="Altro lavoro"), posting(title="Terzo", url="/lavoro/3")), URL)

    assert len({ad.identifier for ad in ads}) == 3
    assert ads[2].identifier == "https://annunci.esempio.test/lavoro/3"


def test_teasers():
    """A list that only names ads with pages of their own holds none of them; with their texts it holds them all."""
    names = [posting(title=f"Lavoro {number}", url=f"/lavoro/{number}", description=None) for number in (1, 2)]
    whole = [posting(title=f"Lavoro {number}", url=f"/lavoro/{number}") for number in (1, 2)]

    assert postings_on_page(page(*names), URL) == []
    assert len(postings_on_page(page(*whole), URL)) == 2


def test_posting_on_the_home_page():
    """A posting on a home page is known by its own address, so that its page does not double it."""
    (ad,) = postings_on_page(page(posting(url="/lavoro/7")), "https://annunci.esempio.test/")

    assert ad.identifier == "https://annunci.esempio.test/lavoro/7"


def test_same_posting_twice_is_one_ad():
    """A posting in JSON-LD twice, or in JSON-LD and microdata, is one ad."""
    assert len(postings_on_page(page(TEXT, TEXT), URL)) == 1
    assert len(postings_on_page(page(TEXT, body=microdata()), URL)) == 1


TOMBSTONES = [
    "Questa offerta non è più disponibile",
    "L'annuncio è scaduto.",
    "Annuncio scaduto",
    "Posizione chiusa",
    "La posizione è già stata coperta",
    "Le candidature sono chiuse",
    "L'annuncio che cerchi non è più online",
    "Questa ricerca è conclusa",
    "This job has expired.",
    "This position has been filled",
    "The job you are looking for is no longer available",
    "This listing is closed",
    "No longer accepting applications",
    "Applications are closed",
]


@pytest.mark.parametrize("notice", TOMBSTONES)
def test_page_that_says_it_is_over(notice):
    """A notice closes the ad even where the posting's data remained; without data it is recognised too."""
    (ad,) = postings_on_page(page(TEXT, body=f"<main><h1>{POSTING['title']}</h1><p>{notice}</p></main>"), URL)

    assert ad.expired
    assert is_expired_page(f"<h1>Lavoro</h1><div>{notice}</div>")


NO_TOMBSTONES = [
    "<p>Candidati prima che la posizione sia chiusa</p>",
    "<p>Apply before the position is filled</p>",
    "<aside><p>Annuncio scaduto</p></aside>",
    "<div class='related-jobs'><p>Altro lavoro</p><p>This position has been filled</p></div>",
    "<p>La posizione è aperta</p>",
    "<p style='display: none'>This job has expired</p>",
    "<p>Gestione di annunci scaduti e pratiche chiuse</p>",
    "<footer>Offerta scaduta?</footer>",
]


@pytest.mark.parametrize("body", NO_TOMBSTONES)
def test_page_that_does_not_say_so(body):
    """Conditions, sidebars, hidden notices and other ads close nothing."""
    (ad,) = postings_on_page(page(TEXT, body=body), URL)

    assert not ad.expired


def test_notice_in_a_list():
    """On a page of several ads a notice speaks of one of them, and closes none."""
    ads = postings_on_page(page(TEXT, posting(title="Altro"), body="<p>Annuncio scaduto</p>"), URL)

    assert [ad.expired for ad in ads] == [False, False]


def test_own_text_is_no_notice():
    """What the ad itself says does not close it."""
    own = posting(description="<p>Si lavora su annunci.</p><p>Annuncio chiuso</p>")
    (ad,) = postings_on_page(page(own, body="<p>Si lavora su annunci.</p><p>Annuncio chiuso</p>"), URL)

    assert not ad.expired


def test_past_valid_through_is_over():
    """A posting whose date has passed is expired."""
    (ad,) = postings_on_page(page(posting(validThrough="2025-01-31")), URL)

    assert ad.expired


CANONICAL = [
    ("https://annunci.esempio.test/lavoro/42-segreteria", "https://annunci.esempio.test/lavoro/42-segreteria"),
    ("/lavoro/42?utm_source=x", "https://annunci.esempio.test/lavoro/42"),
    ("https://annunci.esempio.test/", URL),
    ("https://altro.test/lavoro/42", URL),
    ("http://[", URL),
]


@pytest.mark.parametrize(("href", "expected"), CANONICAL)
def test_canonical_address(href, expected):
    """The page's own canonical address is the ad's identity; a home page or a foreign host is not believed."""
    (ad,) = postings_on_page(page(TEXT, head=f'<link rel="canonical" href="{href}">'), f"{URL}?utm_campaign=a#top")

    assert ad.identifier == ad.url == expected


def test_page_without_data():
    """A page without a posting is no posting, but its visible text is an ad for who wants it read."""
    source = (
        "<title>Sito</title><nav>Menu</nav><h1>Cerco assistente</h1><p>Dieci ore a settimana.</p><script>x()</script>"
    )

    assert postings_on_page(source, URL) == []
    (ad,) = page_to_ads(source, URL)
    assert ad.title == "Cerco assistente"
    assert "Dieci ore a settimana." in ad.description
    assert "x()" not in ad.description


def test_saved_page():
    """An ad of a file is known by the file's name."""
    assert [ad.identifier for ad in page_to_ads(page(TEXT), "annuncio.html")] == ["annuncio.html"]
    assert [ad.identifier for ad in page_to_ads("<h1>Cerco</h1>", "annuncio.html")] == ["annuncio.html"]


def test_empty_page():
    """Nothing is no ad."""
    assert page_to_ads("", URL) == page_to_ads("<html></html>", URL) == []


def test_contacts_are_masked():
    """No e-mail and no telephone number leaves a page."""
    (ad,) = page_to_ads(page(posting(description="Scrivi a anna@studio.test o al 333 0000123")), URL)

    assert ad.description == "Scrivi a [email] o al [phone]"


def test_every_page_of_the_mirror(shared):
    """All pages of the reference mirror are read; those that are over are not open."""
    names = {path.stem: path.read_text(encoding="utf-8") for path in (shared / "mirror" / "payloads").glob("*.html")}
    open_ads, over = set(), set()
    for name, source in names.items():
        ads = postings_on_page(source, URL)
        (over if all(ad.expired for ad in ads) else open_ads).add(name)
        assert ads or is_expired_page(source), name

    assert over == {
        "annuncio_tombstone_jsonld_remains",
        "annuncio_validthrough_past",
        "wpjm_job_expired",
        "wpjm_job_filled",
    }
    assert len(open_ads) == len(names) - 4
