"""What templates say about quotes."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from archive.models import Article
from quotes.models import Occurrence
from quotes.search import SearchQuery
from quotes.templatetags.quote_words import (
    NEAR,
    context_highlighted,
    day,
    highlighted,
    iso_day,
    linked_data_script,
    web_link,
)

RAIN = SearchQuery(text="rain")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example", "", None])
def test_web_link_of_no_web_address_is_nothing(url):
    assert web_link(url) == ""


def test_web_link_of_a_web_address_is_that_address():
    assert web_link("https://gazette.example/") == "https://gazette.example/"


def test_highlighted_marks_words_and_escapes_all():
    assert highlighted("<b> & rain", RAIN) == "&lt;b&gt; &amp; <mark>rain</mark>"


def test_highlighted_without_a_search_only_escapes():
    assert highlighted("<rain>", None) == "&lt;rain&gt;"


def test_context_shows_the_side_that_was_looked_for():
    occurrence = Occurrence(article=Article(), before="There was <rain>.", after="Nobody minded.")

    assert context_highlighted(occurrence, RAIN) == "There was &lt;<mark>rain</mark>&gt;."


def test_context_without_the_words_is_nothing():
    assert context_highlighted(Occurrence(article=Article(), before="Snow.", after="Sun."), RAIN) == ""


def test_context_is_cut_between_words():
    occurrence = Occurrence(article=Article(), before="", after="rain " + "word " * NEAR)

    shown = context_highlighted(occurrence, RAIN)

    assert shown.startswith("<mark>rain</mark> word word")
    assert shown.endswith("word …")


def test_linked_data_cannot_leave_its_element():
    assert "</script><script>" not in linked_data_script({"text": "</script><script>alert(1)"})


def test_days_are_written_in_the_readers_language_and_zone():
    moment = datetime(2026, 5, 3, 23, 30, tzinfo=UTC)
    with timezone.override(ZoneInfo("Europe/Berlin")):
        written = []
        for language in ("en", "de", "en"):
            with translation.override(language):
                written.append(day(moment))
        assert written == ["4 May 2026", "4. Mai 2026", "4 May 2026"]
        assert iso_day(moment) == "2026-05-04"
