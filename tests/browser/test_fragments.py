"""What the script that counts found text directives calls found, in pages of our own."""

import json

import pytest

from tests.browser.fragments import SavedPage, not_found, report, saved_pages
from tests.browser.landing import landing, served

FILLER = "<p>The harbour kept its own hours, and nobody asked it why.</p>" * 60
LEADER = "“Our ferries will sail on Sunday,” said Captain Ida Brandt of the harbour board."
CLOSER = "“We never closed the eastern quay,” said Captain Ida Brandt on Monday evening."
PAGE = f"""<!doctype html><html lang="en"><head><title>Ferries sail again</title>
<style>html, body {{ height: 100%; overflow: hidden }}</style></head><body><article>
<h1>Ferries sail again</h1><p>{LEADER}</p>{FILLER}<p>{CLOSER}</p></article>
<script>scrollTo(0, 9000)</script></body></html>"""
FOUND, ABSENT = "#:~:text=Our%20ferries%20will", "#:~:text=Our%20trains%20will"


@pytest.fixture
def address():
    with served([PAGE]) as [address]:
        yield address


def test_landing_at_words_that_are_there(browser, address):
    landed = landing(browser, address + FOUND)

    assert landed.depth > 0
    assert LEADER in landed.text
    assert CLOSER not in landed.text


@pytest.mark.parametrize("directive", ["", ABSENT])
def test_landing_without_a_match_is_at_the_top(browser, address, directive):
    assert landing(browser, address + directive).depth == 0


def test_not_found_are_those_that_the_browser_does_not_follow(browser, address):
    page = SavedPage("ours", PAGE, (FOUND, ABSENT, ""))

    assert list(not_found(browser, page, address)) == [ABSENT]


def test_report_counts_what_is_given_and_what_is_found(browser):
    assert list(report(browser, [SavedPage("ours", PAGE, (FOUND, ABSENT, ""))])) == [
        "ours: 1 of 2 found, 1 quotes without one",
        "    not found: #:~:text=Our trains will",
        "1 pages: 1 of 2 directives found, 50.0%",
    ]


@pytest.mark.django_db(transaction=True)
def test_saved_pages_go_through_the_archive(tmp_path, settings):
    settings.CAPTURES_DIR = tmp_path / "captures"
    (tmp_path / "ours.html").write_text(PAGE)
    line = {"id": "ours", "url": "https://harbour.example/ferries-sail-again", "html_path": "ours.html"}
    (tmp_path / "pages.jsonl").write_text(json.dumps(line))

    [page] = saved_pages(str(tmp_path / "pages.jsonl"))

    assert page == SavedPage(
        "ours",
        PAGE,
        (
            "#:~:text=Our%20ferries%20will%20sail%20on%20Sunday%2C",
            "#:~:text=We%20never%20closed%20the%20eastern%20quay%2C",
        ),
    )
