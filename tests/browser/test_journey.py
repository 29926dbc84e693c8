"""The way that the archive is for: from half-remembered words to the page that printed them."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "moon made a cup"


def test_from_words_to_the_source(site):
    page = site.open("/")
    page.get_by_label("Words of a quote").fill(WORDS)
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_have_text("moon")

    page.get_by_role("link", name="made a cup of tea in Tidewell").click()
    expect(page.locator("h1")).to_contain_text("Joost van der Meulen")

    passage = page.get_by_role("link", name="The passage in the archived text")
    live = page.get_by_role("link", name="The live page").get_attribute("href")
    assert "#:~:text=" in live

    passage.click()
    said = page.locator(":target")
    expect(said).to_contain_text("this morning the moon made a cup of tea in Tidewell")
    expect(said).to_be_in_viewport()

    page.get_by_role("link", name="Archived page").first.click()
    expect(page.get_by_text("made a cup of tea in Tidewell").last).to_be_visible()


def test_archived_page_opens_at_the_words(site, paths):
    page = site.open(paths()["quote"], viewport={"width": 900, "height": 300})

    page.get_by_role("link", name="The archived page as").click()

    expect(page.get_by_text("told reporters on the quay")).to_be_in_viewport()


def test_archived_page_has_an_origin_of_its_own(site, paths):
    page = site.open(paths()["quote"])
    page.get_by_role("link", name="The archived page as").click()

    assert page.evaluate("self.origin") == "null"


def test_results_are_narrowed_without_loading_the_page_anew(site):
    page = site.open("/?q=")
    page.evaluate("window.stays = true")

    page.get_by_label("Words of a quote").fill(WORDS)

    expect(page.locator(".total")).to_have_text("1 quote")
    assert page.evaluate("window.stays")
    expect(page).to_have_url(f"{site.address}/?q=moon+made+a+cup")


def test_facet_narrows_and_chip_widens(site):
    page = site.open("/?q=power")

    page.get_by_label("Narrow the result").get_by_role("link", name="Halyard Wire").click()
    chip = page.get_by_label("What was asked").get_by_role("link", name="Halyard Wire")
    expect(chip).to_be_visible()
    chip.click()

    expect(chip).to_have_count(0)


def test_citation_is_copied(site, paths):
    page = site.open(paths()["quote"], permissions=["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy with citation").click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“At 6.14 this morning the moon made a cup of tea in Tidewell,”")
    assert "Joost van der Meulen" in copied


def test_everything_works_without_javascript(site):
    page = site.open("/", java_script_enabled=False)
    page.get_by_label("Words of a quote").fill(WORDS)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="made a cup of tea in Tidewell").click()
    page.get_by_role("link", name="The passage in the archived text").click()

    expect(page.locator(":target")).to_be_in_viewport()


def test_sentence_is_checked(site):
    page = site.open("/check/")
    page.get_by_label("The sentence").fill(
        "At 6.14 this morning the moon made a pot of tea in Tidewell. "
        "That is all I have wanted to say for 11 years."
    )
    page.get_by_role("button", name="Check").click()

    expect(page.get_by_role("heading", name="Printed, but in other words")).to_be_visible()
    expect(page.locator(".wording ins").first).to_have_text("cup")


def test_years_are_chosen_by_dragging_over_them(site):
    page = site.open("/?q=")
    bars = page.locator(".timeline li")
    first, last = bars.first.bounding_box(), bars.last.bounding_box()

    page.mouse.move(first["x"] + 5, first["y"] + 5)
    page.mouse.down()
    page.mouse.move(last["x"] + 5, last["y"] + 5, steps=4)
    page.mouse.up()

    page.wait_for_url("**since=2025-01-01&until=2026-12-31")
    expect(page.locator(".timeline [aria-current]")).to_have_count(2)


def test_one_year_is_chosen_by_a_click(site):
    page = site.open("/?q=")

    page.locator(".timeline").get_by_role("link", name="2025").click()

    page.wait_for_url("**since=2025-01-01&until=2025-12-31")
