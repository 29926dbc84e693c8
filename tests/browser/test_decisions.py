"""The pages of curators' decisions, and what readers see of them, in a real browser."""

from urllib.parse import quote

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from quotes.models import Occasion, Quote, Speaker
from quotes.withdrawal import withdraw
from tests.browser.test_pages import violations

pytestmark = pytest.mark.django_db(transaction=True)
THEMES = ["light", "dark"]
DECISIONS = ("merge", "split", "group", "withdraw", "import")
LISTS = ("duplicates", "list")  # Django's own, but for what stands above them
PHONE = {"width": 375, "height": 800}


@pytest.fixture
def curated(site) -> dict[str, str]:
    """Paths of each page, in an archive where something was decided."""
    get_user_model().objects.create_superuser("ann", password="bridge over the ice")
    disputed, withdrawn, plain = Quote.objects.public().exclude(speaker=None).order_by("pk")[:3]
    disputed.status, disputed.reason = "disputed", "She says that she was in Brill that day."
    disputed.occasion = Occasion.objects.create(name="Harbour meeting", place="Tarn", said_on="2026-02-28")
    disputed.save()
    disputed.references.create(title="The town’s calendar", url="https://brill.example/calendar")
    withdraw(withdrawn, "The interview never took place.")
    speakers = {each.speaker for each in Quote.objects.exclude(speaker=None)}
    one, other = sorted(speakers, key=lambda speaker: speaker.pk)[:2]
    return {
        "disputed": disputed.get_absolute_url(),
        "withdrawn": f"/quotes/{withdrawn.pk}/",
        "article": f"/articles/{withdrawn.occurrences.get().article_id}/",
        "capture": f"/captures/{withdrawn.occurrences.get().reading.capture_id}/",
        "merge": f"/admin/quotes/speaker/merge/?id={one.pk}&id={other.pk}",
        "split": f"/admin/quotes/speaker/{one.pk}/split/",
        "group": f"/admin/quotes/quote/group/?id={disputed.pk}&id={plain.pk}",
        "withdraw": f"/admin/quotes/quote/{plain.pk}/withdraw/",
        "moves": "/admin/quotes/move/",
        "duplicates": "/admin/quotes/duplicate/",
        "import": "/admin/quotes/speaker/import/",
        "list": "/admin/quotes/speaker/",
        "occasion": disputed.occasion.get_absolute_url(),
    }


def signed_in(site, path: str, **options) -> Page:
    page = site.open(f"/admin/login/?next={quote(path)}", **options)
    page.get_by_label("Username:").fill("ann")
    page.get_by_label("Password:").fill("bridge over the ice")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_visible()
    return page


@pytest.mark.parametrize("theme", THEMES)
def test_pages_of_decisions_are_accessible(site, curated, theme):
    page = signed_in(site, curated["merge"], color_scheme=theme)
    found = {}
    for name in DECISIONS:
        page.goto(curated[name])
        found[name] = violations(page)

    assert found == {name: [] for name in found}


def test_pages_of_decisions_complain_of_nothing(site, curated, complaints):
    page = signed_in(site, curated["merge"])
    heard = complaints(page)

    for name in (*DECISIONS, *LISTS):
        page.goto(curated[name])

    assert heard == []


@pytest.mark.parametrize("theme", THEMES)
def test_preview_of_an_import_is_accessible_and_fits_a_phone(site, curated, theme):
    page = signed_in(site, curated["import"], color_scheme=theme, viewport=PHONE)
    slug = Speaker.objects.exclude(kind="unnamed").order_by("pk")[0].slug
    table = f"slug,name,kind,description,wikidata,aliases\n{slug},Amara Osei,person,a mayor,,A. Osei\n"
    page.get_by_label("File to import:").set_input_files(
        {"name": "speakers.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("button", name="Confirm import")).to_be_visible()

    assert (violations(page), cut_tables(page)) == ([], 0)


def test_tables_scroll_within_their_box_on_a_phone(site, curated):
    page = signed_in(site, curated["merge"], viewport={"width": 390, "height": 800})
    quote = Quote.objects.get(status="disputed")
    page.goto(f"/admin/quotes/quote/{quote.pk}/change/")
    page.get_by_label("Reason:").fill("She denies it.")
    page.get_by_role("button", name="Save", exact=True).click()
    paths = [*curated.values(), "/admin/review/bulk", "/admin/dashboard/", "/admin/sources/"]
    paths += [f"/admin/quotes/quote/{quote.pk}/{name}/" for name in ("change", "history")]
    found = {}
    for path in [
        *paths,
        "/admin/quotes/quote/",
        "/admin/quotes/decision/",
        "/admin/quotes/occasion/deleted/",
    ]:
        if path.startswith("/admin/"):
            page.goto(path)
            found[path] = (page.evaluate("document.documentElement.scrollWidth"), cut_tables(page))

    assert found == dict.fromkeys(found, (390, 0))


def cut_tables(page: Page) -> int:
    """How many tables are wider than the window without a box around them that scrolls."""
    return page.evaluate(
        """[...document.querySelectorAll("table")].filter(table => {
            if (table.getBoundingClientRect().right <= innerWidth) return false;
            for (let box = table.parentElement; box && box !== document.body; box = box.parentElement)
                if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return false;
            return true;
        }).length"""
    )


@pytest.mark.parametrize("theme", THEMES)
def test_what_readers_see_of_decisions_is_accessible_and_fits_a_phone(site, curated, theme):
    page = site.open("/", color_scheme=theme, viewport=PHONE)
    found, widths = {}, {}
    for name in ("disputed", "occasion", "withdrawn", "article", "capture"):
        page.goto(curated[name])
        found[name], widths[name] = violations(page), page.evaluate("document.documentElement.scrollWidth")

    assert found == {name: [] for name in found}
    assert widths == dict.fromkeys(widths, 375)


def test_speakers_are_merged_and_parted_again_by_keyboard_without_scripts(site, curated):
    page = signed_in(site, curated["merge"], java_script_enabled=False)

    page.get_by_label("Why").focus()
    page.keyboard.type("the same person")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist .success")).to_contain_text("now:")
    page.goto(curated["moves"])
    page.get_by_role("link", name="Undo…").click()
    page.get_by_role("button", name="Undo").press("Enter")

    expect(page.locator(".messagelist .success")).to_contain_text("printings back where they were.")
