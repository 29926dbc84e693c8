"""The site by keyboard alone."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


def test_first_tab_leads_past_the_navigation(site):
    page = site.open("/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_keys_move_through_results_and_open_one(site):
    page = site.open("/?q=")
    entries = page.locator("[data-entry] blockquote a")

    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(entries.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(entries.nth(0)).to_be_focused()
    address = entries.nth(0).get_attribute("href")
    page.keyboard.press("o")

    page.wait_for_url(f"**{address}")


def test_slash_goes_to_the_search(site):
    page = site.open("/")

    page.keyboard.press("/")

    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_question_mark_shows_the_keys_which_can_be_switched_off(site):
    page = site.open("/")

    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Use these keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("?")

    expect(page.get_by_role("dialog")).to_be_hidden()


def test_keys_are_letters_while_somebody_types(site):
    page = site.open("/")
    page.get_by_role("searchbox").focus()

    page.keyboard.type("j?/k")

    expect(page.get_by_role("searchbox")).to_have_value("j?/k")


def test_focus_can_be_seen(site, paths):
    page = site.open(paths()["quote"])
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
