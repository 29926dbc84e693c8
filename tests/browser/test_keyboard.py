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

    expect(page.get_by_label("Words of a quote")).to_be_focused()
    expect(page.get_by_label("Words of a quote")).to_have_value("")


def test_slash_leads_to_the_search_from_a_page_without_a_box(site):
    page = site.open("/about/")

    page.keyboard.press("/")
    page.wait_for_url("**/?q=#q")

    expect(page.get_by_label("Words of a quote")).to_be_focused()


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
    page.get_by_label("Words of a quote").focus()

    page.keyboard.type("j?/k")

    expect(page.get_by_label("Words of a quote")).to_have_value("j?/k")


def test_focus_can_be_seen(site, paths):
    page = site.open(paths()["quote"])
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


def test_names_are_suggested_and_chosen_by_keyboard(site):
    page = site.open("/")
    box = page.get_by_label("Words of a quote")
    box.press_sequentially("joost")
    option = page.get_by_role("option", name="Joost van der Meulen")
    expect(option).to_be_visible()

    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    box.press("Enter")

    page.wait_for_url("**/speakers/joost-van-der-meulen/")


def test_escape_closes_suggestions_and_keeps_the_words(site):
    page = site.open("/")
    box = page.get_by_label("Words of a quote")
    box.press_sequentially("joost")
    expect(page.get_by_role("option")).to_have_count(1)

    box.press("Escape")

    expect(page.get_by_role("option")).to_have_count(0)
    expect(box).to_have_value("joost")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_recent_searches_of_this_browser_are_suggested_and_forgotten(site):
    page = site.open("/")
    page.get_by_label("Words of a quote").fill("moon")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=moon")
    page.goto("/")
    box = page.get_by_label("Words of a quote")
    box.press("ArrowDown")
    expect(page.get_by_role("option", name="moon")).to_be_visible()

    page.get_by_role("option", name="Forget these").click()
    box.press("ArrowDown")

    expect(page.get_by_role("option")).to_have_count(0)


def test_key_copies_the_citation_of_the_chosen_result(site):
    page = site.open("/?q=moon", permissions=["clipboard-read", "clipboard-write"])

    page.keyboard.press("j")
    page.keyboard.press("c")

    expect(page.locator("#told")).to_have_text("Copied")
    assert "Joost van der Meulen" in page.evaluate("navigator.clipboard.readText()")
