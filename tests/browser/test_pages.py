"""What holds for every page: accessible in both themes, at home on a phone, light, and without complaints."""

import gzip
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEAVIEST = 100_000  # bytes as sent


def violations(page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)["violations"]
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_are_accessible(site, paths, theme):
    page = site.open("/", color_scheme=theme)
    found = {}
    for name, path in paths().items():
        page.goto(path)
        found[name] = violations(page)

    assert found == {name: [] for name in found}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_open_suggestions_are_accessible(site, theme):
    page = site.open("/", color_scheme=theme)
    page.get_by_label("Words of a quote").press_sequentially("joost")
    expect(page.get_by_role("option", name="Joost van der Meulen")).to_be_visible()

    assert violations(page) == []


def test_pages_in_german_are_accessible_and_fit_a_phone(site, paths):
    page = site.open("/", locale="de-DE", viewport={"width": 360, "height": 740})
    found, widths = {}, {}
    for name, path in paths().items():
        page.goto(path)
        found[name] = violations(page)
        widths[name] = page.evaluate("document.documentElement.scrollWidth")

    assert found == {name: [] for name in found}
    assert widths == dict.fromkeys(widths, 360)


def test_pages_fit_a_phone(site, paths):
    page = site.open("/", viewport={"width": 360, "height": 740})
    widths = {}
    for name, path in paths().items():
        page.goto(path)
        widths[name] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(widths, 360)


def test_pages_complain_of_nothing(site, paths, complaints):
    page = site.open("/")
    heard = complaints(page)
    for name, path in paths().items():
        if name != "not found":
            page.goto(path)

    assert heard == []


def test_pages_are_light(site, paths):
    weights = {}
    for name, path in paths().items():
        page = site.context().new_page()
        bodies: list[bytes] = []
        page.on("requestfinished", lambda request, bodies=bodies: bodies.append(request.response().body()))
        page.goto(path)
        weights[name] = sum(len(gzip.compress(body)) for body in bodies)

    assert {name: weight for name, weight in weights.items() if weight > HEAVIEST} == {}


def test_pages_load_nothing_from_elsewhere(site, paths):
    page = site.open("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in paths().values():
        page.goto(path)

    assert [url for url in asked if not url.startswith((site.address, "data:"))] == []
