"""What a person decided stays, whatever extraction, a changed source or a newer scraper find afterwards."""

from dataclasses import replace

import pytest

from quotes.decisions import Choice, decide, seen_of
from quotes.extraction import default_engine
from quotes.models import Occurrence, Quote, ReviewItem
from quotes.record import record_quotes
from tests.quotes.rows import make_capture, make_reading, make_speaker
from tests.quotes.test_record import Engine, later

pytestmark = pytest.mark.django_db

NAMES = ["Amara Osei", "Kwame Lind", "Ines Prado", "Jonas Weir", "Mira Holt"]
THINGS = ["ferry", "nets", "harbour", "school", "bridge", "light", "engine", "island", "council", "winter"]
CHOICES = ["confirm", "reject", "speaker", "boundaries", "dispute"]


@pytest.fixture
def curator(django_user_model):
    return django_user_model.objects.create_user("amara", is_staff=True)


def sentences(number):
    """One article of five quotes."""
    things = [THINGS[(number + step) % len(THINGS)] for step in range(5)]
    return [
        f"“The {thing} of parish {number} will be mended before the first snow falls,” said {name}."
        for thing, name in zip(things, NAMES, strict=True)
    ]


def decided(curator, printed, kind):
    words = printed.exact.rstrip(",").rsplit(" ", 1)[0] if kind == "boundaries" else ""
    speaker = make_speaker(f"Somebody Else {printed.pk}") if kind == "speaker" else None
    decide(seen_of(printed), Choice(kind, why="as heard", speaker=speaker, words=words), curator)


def decisions_as_rows():
    fields = ["pk", "quote_id", "review", "speaker_id", "exact", "start", "end", "reading_id", "locked"]
    quotes = Quote.objects.order_by("pk").values("pk", "status", "reason", "speaker_id", "text", "locked")
    return list(Occurrence.objects.order_by("pk").values(*fields)), list(quotes)


def fifty_decisions(curator):
    readings = [make_reading(*sentences(number)) for number in range(10)]
    for reading in readings:
        record_quotes(reading)
    printings = list(Occurrence.objects.order_by("pk"))
    assert len(printings) == 50
    for index, printed in enumerate(printings):
        decided(curator, Occurrence.objects.get(pk=printed.pk), CHOICES[index % len(CHOICES)])
    return readings


def test_extraction_again_leaves_fifty_decisions_intact(curator):
    readings = fifty_decisions(curator)
    before = decisions_as_rows()

    for reading in readings:
        record_quotes(reading)

    assert decisions_as_rows() == before


def test_an_engine_that_finds_nothing_leaves_fifty_decisions_intact(curator):
    readings = fifty_decisions(curator)
    before = decisions_as_rows()

    for reading in readings:
        record_quotes(reading, Engine())

    assert decisions_as_rows() == before


class Mistaken:
    """An engine that finds the same words as ours, and takes one person for the speaker of all."""

    name, version = "mistaken", "2"

    def extract(self, document):
        found = default_engine().extract(document)
        return tuple(replace(quote, speaker="Ada Brook", confidence=0.99) for quote in found)


def test_an_engine_that_names_another_speaker_leaves_fifty_decisions_intact(curator):
    readings = fifty_decisions(curator)
    before = decisions_as_rows()

    for reading in readings:
        record_quotes(reading, Mistaken())

    assert decisions_as_rows() == before
    assert not Occurrence.objects.filter(speaker__name="Ada Brook").exists()


def test_an_engine_that_names_another_speaker_is_heard_where_nobody_has_decided():
    reading = make_reading(*sentences(0))
    record_quotes(reading)

    record_quotes(reading, Mistaken())

    assert set(Occurrence.objects.values_list("speaker__name", flat=True)) == {"Ada Brook"}


def test_a_newer_reading_leaves_fifty_decisions_intact(curator):
    readings = fifty_decisions(curator)
    before = decisions_as_rows()

    for number, reading in enumerate(readings):
        capture = reading.capture
        newer = make_reading("A new standfirst.", *sentences(number), capture=capture, scraper_version="2")
        record_quotes(newer)

    assert decisions_as_rows() == before


def test_a_changed_source_that_names_another_speaker_asks_the_curators(curator):
    reading = make_reading(*sentences(0))
    record_quotes(reading)
    printed = Occurrence.objects.order_by("start")[0]
    decided(curator, printed, "confirm")
    corrected = [line.replace("Amara Osei", "Ada Brook") for line in sentences(0)]

    for _ in range(2):
        record_quotes(later(reading, *corrected))

    printed.refresh_from_db()
    assert (printed.speaker.name, printed.quote.status) == ("Amara Osei", "confirmed")
    item = ReviewItem.objects.get(reason="changed at source")
    assert (item.occurrence, item.state) == (printed, "open")
    assert item.note.endswith("has: Ada Brook")


def test_words_gone_from_the_source_leave_the_decision(curator):
    reading = make_reading(*sentences(0))
    record_quotes(reading)
    printed = Occurrence.objects.order_by("start")[0]
    decided(curator, printed, "confirm")

    record_quotes(make_reading(*sentences(0)[1:], capture=make_capture(reading.capture.article)))

    printed.refresh_from_db()
    assert (printed.review, printed.quote.status) == ("confirmed", "confirmed")
