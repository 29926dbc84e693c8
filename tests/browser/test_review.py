"""The review queue in a real browser: every key, the mouse where words are selected, and what a set costs."""

import time

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import expect

from quotes.grouping import refresh
from quotes.models import Decision, Occurrence, Quote
from tests.browser.test_pages import violations
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db(transaction=True)

THINGS = ["ferry", "harbour", "school", "bridge", "light", "engine", "island", "council", "winter", "road"]


def make_printed(number: int = 0) -> Occurrence:
    """A quote of an article of its own; the higher the number, the later in the queue."""
    words = f"The {THINGS[number % 10]} of parish {number} will be mended before the first snow falls"
    name = f"Amara Osei {number}"
    reading = make_reading(
        "The council met.", f"“{words}, they say,” {name} said on Monday.", "It rained. 𝒳."
    )
    said = reading.text.index("said on")
    mention = reading.text.index(name)
    printed = make_occurrence(
        words,
        speaker=make_speaker(name),
        reading=reading,
        confidence=0.3 + number / 100,
        reasons=["close runner-up"],
        candidates=[{"speaker": name, "score": 0.5}, {"speaker": "Kwame Lind", "score": 0.4}],
        evidence={
            "cue": {"start": said, "end": said + 4, "text": "said"},
            "mention": {"start": mention, "end": mention + len(name), "text": name},
        },
    )
    refresh([printed.quote])
    return printed


@pytest.fixture
def signed_in(browser, live_server, settings, tmp_path):
    """A page at the queue, for a curator who is signed in."""
    settings.INDEX_DIR = tmp_path / "index"
    client = Client()
    client.force_login(User.objects.create_superuser("amara"))
    session = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    opened = []

    def open_page(path="/admin/review/", **options):
        context = browser.new_context(base_url=live_server.url, **options)
        context.add_cookies(
            [{"name": django_settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        opened.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in opened:
        context.close()


def shows(page, printed):
    expect(page.locator("#passage .said").first).to_have_text(printed.exact)


def saved(page, told):
    """Wait until the server has said that it is done."""
    expect(page.locator("[role=status]").first).to_contain_text(told)


def statuses():
    return list(Quote.objects.filter(merged_into=None).order_by("pk").values_list("status", flat=True))


def test_marks_tell_words_cue_and_mention(signed_in):
    printed = make_printed()
    page = signed_in()

    shows(page, printed)
    expect(page.locator("#passage .cue")).to_have_text("said")
    expect(page.locator("#passage .mention")).to_have_text("Amara Osei 0")


def test_confirm_reject_and_undo_by_keys(signed_in):
    first, second = make_printed(0), make_printed(1)
    page = signed_in()

    page.keyboard.press("a")
    shows(page, second)
    page.keyboard.press("r")
    expect(page.locator("#review-heading")).to_have_text("Nothing is left to review here.")
    saved(page, "Not a quote")
    assert statuses() == ["confirmed", "rejected"]

    page.keyboard.press("u")
    shows(page, second)
    page.keyboard.press("u")
    shows(page, first)
    assert statuses() == ["unreviewed", "unreviewed"]


def test_candidates_have_the_keys_of_numbers(signed_in):
    first, second = make_printed(0), make_printed(1)
    page = signed_in()

    page.keyboard.press("2")
    shows(page, second)
    saved(page, "Another speaker")

    first.refresh_from_db()
    assert (first.speaker.name, first.review) == ("Kwame Lind", "confirmed")


def test_another_speaker_is_typed_and_found(signed_in):
    first, second, prado = make_printed(0), make_printed(1), make_speaker("Ines Prado")
    page = signed_in()

    page.keyboard.press("s")
    page.keyboard.type("ines")
    expect(page.get_by_role("button", name="Ines Prado")).to_be_visible()
    page.keyboard.press("Enter")
    shows(page, second)
    saved(page, "Another speaker")

    first.refresh_from_db()
    assert first.speaker == prado


def test_new_speaker_is_made_inline(signed_in):
    first, second = make_printed(0), make_printed(1)
    page = signed_in()

    page.keyboard.press("s")
    page.keyboard.type("Mira Holt")
    page.keyboard.press("Enter")
    shows(page, second)
    saved(page, "Another speaker")

    first.refresh_from_db()
    assert first.speaker.name == "Mira Holt"


def test_boundaries_are_selected_in_the_passage(signed_in):
    printed = make_printed()
    page = signed_in()
    passage = page.locator("#passage p").nth(1)

    page.keyboard.press("e")
    page.evaluate(
        """line => {
            const said = line.querySelector(".said").firstChild, after = line.children[2].firstChild;
            getSelection().setBaseAndExtent(said, 4, after, after.textContent.indexOf("”"));
        }""",
        passage.element_handle(),
    )
    passage.dispatch_event("mouseup")
    page.keyboard.press("Control+Enter")
    expect(page.locator("[role=status]").first).to_contain_text("Other boundaries")

    printed.refresh_from_db()
    assert printed.exact == "ferry of parish 0 will be mended before the first snow falls, they say,"
    assert printed.reading.text[printed.start : printed.end] == printed.exact
    assert printed.quote.text == printed.exact


def test_boundaries_are_edited_without_a_mouse(signed_in):
    printed = make_printed()
    page = signed_in()

    page.keyboard.press("e")
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+Backspace")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#passage .said")).to_have_text(printed.exact.removesuffix(" falls"))


def test_dispute_and_note_ask_for_words(signed_in):
    first, second = make_printed(0), make_printed(1)
    page = signed_in()

    page.keyboard.press("n")
    page.keyboard.type("ask the agency")
    page.keyboard.press("Enter")
    expect(page.get_by_text("ask the agency")).to_be_visible()
    page.keyboard.press("d")
    page.keyboard.type("She denies it.")
    page.keyboard.press("Enter")
    shows(page, second)
    saved(page, "Disputed")

    first.quote.refresh_from_db()
    assert (first.quote.status, first.quote.reason) == ("disputed", "She denies it.")


def test_keys_walk_filter_and_explain(signed_in):
    first, second = make_printed(0), make_printed(1)
    page = signed_in()

    page.keyboard.press("j")
    shows(page, second)
    page.keyboard.press("k")
    shows(page, first)
    page.keyboard.press("?")
    expect(page.get_by_text("take back your last decision")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.keyboard.press("Enter")
    shows(page, second)
    expect(page.locator("#review-heading")).to_contain_text("1 in the queue")
    assert Decision.objects.count() == 0


def test_second_curator_is_told(signed_in):
    make_printed()
    mine, theirs = signed_in(), signed_in()
    theirs.keyboard.press("r")
    saved(theirs, "Not a quote")

    mine.keyboard.press("a")

    expect(mine.locator("[role=status]").first).to_contain_text("has decided on this quote meanwhile")
    assert statuses() == ["rejected"]


def test_lost_connection_is_told_and_the_quote_stays(signed_in):
    printed = make_printed()
    page = signed_in()
    page.context.set_offline(True)

    page.keyboard.press("a")

    expect(page.locator("[role=status]").first).to_contain_text("Nothing was saved")
    shows(page, printed)


def test_everything_works_without_javascript(signed_in):
    first, second = make_printed(0), make_printed(1)
    page = signed_in(java_script_enabled=False)

    page.locator("summary", has_text="Another speaker").click()
    page.get_by_label("Name:").fill("Mira Holt")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("button", name="New speaker: Mira Holt").click()
    shows(page, second)
    page.get_by_role("button", name="Confirm").click()

    expect(page.locator("#review-heading")).to_have_text("Nothing is left to review here.")
    first.refresh_from_db()
    assert first.speaker.name == "Mira Holt"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_are_accessible_and_complain_of_nothing(theme, signed_in, complaints):
    printed = make_printed()
    page = signed_in("/admin/", color_scheme=theme)
    heard = complaints(page)
    found = {}
    for path in (
        "/admin/review/",
        "/admin/review/bulk",
        "/admin/two-factor/",
        f"/admin/quotes/quote/{printed.quote_id}/history/",
    ):
        page.goto(path)
        found[path] = violations(page)

    assert found == dict.fromkeys(found, [])
    assert heard == []


def test_queue_fits_a_phone(signed_in):
    make_printed()
    page = signed_in(viewport={"width": 375, "height": 740})

    assert page.evaluate("document.documentElement.scrollWidth") == 375


# What a curator does with twenty quotes: keys, and words that are typed.
TWENTY = (
    [["a"]] * 11 + [["2"]] * 3 + [["r"]] * 3 + [["s", "*Ines Prado", "Enter"]] + [["d", "*denied", "Enter"]]
)
READING = 0.5  # seconds that even a fast reader takes
TWENTY += [["e", "Control+End", "Control+Backspace", "Control+Enter", "a"]]


def test_twenty_typical_decisions_cost_few_keys_and_seconds(signed_in, capsys):
    printings = [make_printed(number) for number in range(20)]
    make_speaker("Ines Prado")
    page = signed_in()
    keys, waits, began = 0, [], time.perf_counter()
    for printed, presses in zip(printings, TWENTY, strict=True):
        shows(page, printed)
        time.sleep(READING)
        for press in presses:
            if press.startswith("*"):
                page.keyboard.type(press[1:])
                keys += len(press) - 1
            else:
                pressed = time.perf_counter()
                page.keyboard.press(press)
                keys += 1
            if press == "Control+Enter":
                expect(page.locator("#passage .said")).to_have_text(printed.exact.removesuffix(" falls"))
        page.wait_for_function(
            "words => document.querySelector('#passage .said')?.textContent !== words",
            arg=printed.exact if presses[0] != "e" else printed.exact.removesuffix(" falls"),
        )
        waits.append((time.perf_counter() - pressed) * 1000)
    seconds = time.perf_counter() - began - READING * len(TWENTY)
    expect(page.locator("#review-heading")).to_have_text("Nothing is left to review here.")
    saved(page, "Confirmed")

    with capsys.disabled():
        print(  # noqa: T201 -- the figures are what it is for
            f"\n20 decisions: {keys} keys, {seconds:.1f} s; the next quote after "
            f"{sorted(waits)[10]:.0f} ms (median), {max(waits):.0f} ms (longest)"
        )
    kinds = list(Decision.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["confirm"] * 11 + ["speaker"] * 3 + ["reject"] * 3 + [
        "speaker",
        "dispute",
        "boundaries",
        "confirm",
    ]
