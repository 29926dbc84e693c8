"""Every publisher's scraper on a page in that publisher's structure: ``pages/<class>.html`` and ``.json``."""

import json
from datetime import date
from pathlib import Path

import pytest

from archive.scrapers import Generic, Page, Parsed, scraper_for
from archive.scrapers.choice import publisher_classes
from archive.scrapers.publisher import Publisher

PAGES = Path(__file__).parent / "pages"
CLASSES = publisher_classes()


def expected(kind: type[Publisher]) -> dict:
    return json.loads((PAGES / f"{kind.__name__}.json").read_text())


def as_json(parsed: Parsed) -> dict:
    return {
        "title": parsed.title,
        "authors": list(parsed.authors),
        "published": parsed.published,
        "outlet": parsed.outlet,
        "section": parsed.section,
        "language": parsed.language,
        "flags": list(parsed.flags),
        "paragraphs": [[paragraph.role, paragraph.text] for paragraph in parsed.paragraphs],
    }


@pytest.mark.parametrize("kind", CLASSES)
def test_page_in_the_publishers_structure_is_read(kind):
    wanted = expected(kind)
    content = (PAGES / f"{kind.__name__}.html").read_bytes()

    parsed = kind().parse(Page(content, wanted["url"]))

    assert {"url": wanted["url"], "when": wanted["when"], **as_json(parsed)} == wanted


@pytest.mark.parametrize("kind", CLASSES)
def test_scraper_is_chosen_for_its_address_and_day(kind):
    wanted = expected(kind)

    assert type(scraper_for(wanted["url"], when=date.fromisoformat(wanted["when"]))) is kind


def test_every_page_belongs_to_a_scraper():
    assert {path.stem for path in PAGES.iterdir()} == {kind.__name__ for kind in CLASSES}


def test_readings_of_two_layouts_are_told_apart():
    named = [(kind.name, kind.version) for kind in CLASSES]

    assert len(set(named)) == len(named)


def test_newest_layout_counts_without_a_day():
    assert {
        kind.until for kind in CLASSES if type(scraper_for(f"https://www.{kind.hosts[0]}/news")) is kind
    } == {None}


@pytest.mark.parametrize(
    "url", ["https://apnews.com.example.org/x", "https://example.org/apnews.com", "", "http://["]
)
def test_other_hosts_are_read_as_any_page(url):
    assert type(scraper_for(url)) is Generic


def test_changed_layout_is_read_as_any_page_and_flagged():
    page = (PAGES / "Reuters.html").read_text().replace("article-body__content__", "another-name__")

    parsed = scraper_for("https://www.reuters.com/world/x/").parse(Page(page.encode()))

    assert parsed.flags == ("layout-changed",)
    assert [paragraph.role for paragraph in parsed.paragraphs].count("body") == 4
