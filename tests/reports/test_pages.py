"""Every page as readers see it, in a real browser: phone and desktop, light and dark, with a keyboard and a screen reader."""

import json
import os
from pathlib import Path

import pytest

from tests.reports.browser import Browser, find_chromium
from tests.reports.hostile import hostile_forms
from tests.reports.payloads import HTML

AXE = Path(os.environ.get("VERAVA_AXE", Path(__file__).parents[2] / ".venv/axe/node_modules/axe-core/axe.min.js"))
"""Where `.ci/run` puts axe-core."""

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true })"
PAGES = ("report.it.html", "report.en.html", "wordpress-it.html", "substack-it/post.html")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    program = find_chromium()
    if program is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    tab = Browser(program, tmp_path_factory.mktemp("profile"))
    yield tab
    tab.close()


@pytest.fixture(scope="module")
def axe():
    if not AXE.is_file():
        pytest.skip("axe-core is not here (npm install --prefix .venv/axe axe-core)")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(report):
    """Give the report's folder, the WordPress fragment in a page such as a blog puts around it."""
    out = report["report.it.html"].parent
    fragment = (out / "wordpress-it" / "post.html").read_text(encoding="utf-8").replace('src="', 'src="wordpress-it/')
    around = "<!doctype html><html lang=it><head><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    style = "<title>Blog</title><style>img{max-width:100%}table{display:block;overflow-x:auto}</style></head>"
    page = f"{around}{style}<body><main><h1>Blog</h1>{fragment}</main></body></html>"
    (out / "wordpress-it.html").write_text(page, encoding="utf-8")
    return out


@pytest.mark.parametrize("page", PAGES[:2])
@pytest.mark.parametrize("width", [360, 1200])
def test_no_page_is_wider_than_its_window_nor_complains(browser, folder, page, width):
    """Also with every table open; the page asks for nothing but itself, and the console is silent."""
    url = (folder / page).as_uri()
    browser.open(url, width=width, height=740)
    browser.run(OPEN)

    assert [width, width] == browser.run("[document.documentElement.scrollWidth, innerWidth]")
    assert [] == browser.complaints()
    assert [url] == browser.requests()


@pytest.mark.parametrize("width", [360, 1200])
def test_one_chart_of_each_pair_is_seen_and_its_text_can_be_read(browser, folder, width):
    """A phone shows the narrow charts, a desktop the wide ones; no text of a chart is under 9 pixels, nor leaves it."""
    browser.open((folder / "report.it.html").as_uri(), width=width, height=740)
    seen = browser.run("""[...document.querySelectorAll('figure')].map(one => [...one.querySelectorAll('svg')]
        .filter(svg => svg.getBoundingClientRect().width > 0).length)""")
    small = browser.run("""[...document.querySelectorAll('svg text')].map(one => [one.textContent, one.getBoundingClientRect(),
        one.closest('svg').getBoundingClientRect()]).filter(([text, box, svg]) => svg.width && text && (box.height < 9
        || box.left < svg.left - 2 || box.right > svg.right + 2)).map(([text]) => text)""")

    assert {1} == set(seen)
    assert [] == small


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_no_violation_of_accessibility(browser, folder, axe, page, dark):
    """axe-core finds nothing against WCAG 2.2 AA nor its best practices, tables open."""
    browser.call("Page.setBypassCSP", enabled=True)
    browser.open((folder / page).as_uri(), width=800, dark=dark)
    browser.call("Page.setBypassCSP", enabled=False)
    browser.run(OPEN)
    browser.run(axe)
    passed, found = browser.run(f"axe.run(document, {json.dumps(RULES)}).then(done => [done.passes.length, done.violations.map(one => "
                                "[one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 200) + ' ' + node.failureSummary)])])")  # fmt: skip

    assert [] == found
    assert passed > 15


def test_colours_turn_in_the_dark(browser, folder):
    """Paper is dark, text light; so are the words of the charts."""
    colours = {}
    for dark in (False, True):
        browser.open((folder / "report.it.html").as_uri(), dark=dark)
        colours[dark] = browser.run("[getComputedStyle(document.body).backgroundColor, "
                                    "getComputedStyle(document.querySelector('svg.wide rect, svg.wide path')).fill, "
                                    "getComputedStyle(document.querySelector('svg.wide text:last-of-type')).fill]")  # fmt: skip

    assert "rgb(255, 255, 255)" == colours[False][0] == colours[False][1]
    assert "rgb(21, 23, 26)" == colours[True][0] == colours[True][1]
    assert colours[False][2] != colours[True][2]


def test_print_shows_every_table_and_fits_the_paper(browser, folder):
    browser.open((folder / "report.it.html").as_uri(), width=700, media="print")
    heights = browser.run("[...document.querySelectorAll('table')].map(one => one.getBoundingClientRect().height)")
    pdf = browser.call("Page.printToPDF", printBackground=True)["data"]

    assert min(heights) > 20
    assert 20_000 < len(pdf) < 8_000_000


def test_nothing_hostile_runs_even_without_the_policy(browser, tmp_path):
    """60 and more payloads in every place of every page, the content policy switched off: no script, no request."""
    files = hostile_forms(HTML, title=HTML[4], author=HTML[10])
    browser.call("Page.setBypassCSP", enabled=True)
    for name in ("report.it.html", "wordpress-it/post.html", "substack-it/post.html"):
        page = tmp_path / name
        page.parent.mkdir(exist_ok=True)
        page.write_bytes(files[name])
        browser.open(page.as_uri())
        browser.run("document.querySelectorAll('a, summary, button').forEach(one => one.click())")
        browser.run("document.querySelectorAll('*').forEach(one => one.dispatchEvent(new Event('mouseover')))")

        assert browser.run("window.hit") is None
        assert [] == [url for url in browser.requests() if "evil" in url or url.startswith(("http", "javascript"))]
    browser.call("Page.setBypassCSP", enabled=False)
