"""From a reading to rows: new, again, changed, and decided by a person."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from archive.models import Capture, Reading
from quotes.errors import VerbatimError
from quotes.extraction import Document, ExtractedQuote, NotVerbatimError, Span
from quotes.models import Extraction, Occurrence, Quote, ReviewItem
from quotes.record import Recorded, pending_readings, record_or_report, record_quotes
from tests.quotes.rows import NOW, make_article, make_capture, make_occurrence, make_outlet, make_reading

pytestmark = pytest.mark.django_db

FERRY = "“The ferry will sail again before the first snow,” said Amara Osei, mayor of Tarn."
NETS = "“Nobody has asked the people who mend the nets,” Osei said."
FERRY_WORDS = "The ferry will sail again before the first snow,"


def later(reading: Reading, *paragraphs: str) -> Reading:
    """The article of this reading, captured again a day later with other paragraphs."""
    after = NOW.replace(day=NOW.day + 1)
    return make_reading(
        *paragraphs, capture=make_capture(reading.capture.article, fetched_at=after, seen_at=after)
    )


class Engine:
    """Finds what it is told to."""

    name, version = "told", "1"

    def __init__(self, *quotes: ExtractedQuote) -> None:
        self.quotes = quotes

    def extract(self, document: Document) -> tuple[ExtractedQuote, ...]:
        return self.quotes


def test_record_quotes_stores_words_speaker_and_evidence():
    reading = make_reading(FERRY, NETS)

    recorded = record_quotes(reading)

    first, second = Occurrence.objects.order_by("start")
    assert recorded == Recorded(new=2)
    assert [first.exact, second.exact] == [FERRY_WORDS, "Nobody has asked the people who mend the nets,"]
    assert first.speaker == second.speaker
    assert first.speaker.name == "Amara Osei"
    assert first.quote.text == first.exact
    assert first.evidence_text("mention") == "Amara Osei"
    assert second.evidence_text("mention") == "Osei"
    assert reading.text[first.start : first.end] == first.exact
    assert (first.prefix, first.suffix[:6]) == ("“", "” said")


def test_record_quotes_again_where_another_worker_made_the_same_row_just_now(monkeypatch):
    def beaten(*_):
        monkeypatch.undo()
        raise IntegrityError("slug")

    monkeypatch.setattr("quotes.record.note_extraction", beaten)

    assert record_quotes(make_reading(FERRY)) == Recorded(new=1)
    assert Extraction.objects.get().found == 1


def test_record_quotes_twice_changes_nothing():
    reading = make_reading(FERRY, NETS)
    record_quotes(reading)
    before = list(Occurrence.objects.values()), list(Quote.objects.values())

    assert record_quotes(reading) == Recorded(unchanged=2)
    assert (list(Occurrence.objects.values()), list(Quote.objects.values())) == before


def test_record_quotes_of_two_outlets_is_one_quote_of_two_sources():
    for _ in range(2):
        article = make_article(outlet=make_outlet())
        record_quotes(make_reading(FERRY, capture=make_capture(article)))

    quote = Quote.objects.get()
    assert (quote.occurrences.count(), quote.sources) == (2, 2)


def test_record_quotes_of_a_changed_article_marks_what_is_gone():
    reading = make_reading(FERRY, NETS)
    record_quotes(reading)
    newer = later(reading, FERRY, "The nets hang dry.")

    assert record_quotes(newer) == Recorded(changed=1, gone=1)

    kept, gone = Occurrence.objects.order_by("start")
    assert (kept.reading, kept.removed_at) == (newer, None)
    assert (gone.reading, gone.removed_at) == (reading, newer.capture.fetched_at)
    assert ReviewItem.objects.filter(occurrence=gone, reason="removed from source").count() == 1


def test_record_quotes_of_an_older_reading_does_nothing():
    reading = make_reading(FERRY)
    record_quotes(later(reading, NETS))

    assert record_quotes(reading) == Recorded()
    assert Capture.objects.count() == 2


def test_record_quotes_keeps_what_a_person_decided():
    reading = make_reading(FERRY)
    record_quotes(reading)
    occurrence = Occurrence.objects.get()
    occurrence.review, occurrence.speaker, occurrence.locked = "confirmed", None, ["speaker"]
    occurrence.save()

    record_quotes(later(reading, FERRY))

    occurrence.refresh_from_db()
    assert (occurrence.reading, occurrence.speaker, occurrence.review) == (reading, None, "confirmed")


def test_record_quotes_with_another_engine_drops_what_it_no_longer_finds():
    reading = make_reading(FERRY)
    record_quotes(reading)
    quote = Quote.objects.get()

    assert record_quotes(reading, Engine()) == Recorded(gone=1)

    quote.refresh_from_db()
    assert (Occurrence.objects.count(), quote.status) == (0, "rejected")


def test_record_quotes_moves_boundaries_within_one_quote():
    reading = make_reading(FERRY)
    record_quotes(reading)
    quote = Quote.objects.get()
    words = FERRY_WORDS.rstrip(",")

    found = ExtractedQuote((Span(1, 1 + len(words), words),), "direct", confidence=0.5)
    assert record_quotes(reading, Engine(found)) == Recorded(changed=1)

    assert [o.exact for o in quote.occurrences.all()] == [words]


def test_record_quotes_refuses_words_that_are_not_verbatim():
    reading = make_reading(FERRY)
    invented = ExtractedQuote((Span(1, 10, "The fairy"),), "direct")

    with pytest.raises(NotVerbatimError, match="is not what stands at 1:10"):
        record_quotes(reading, Engine(invented))
    assert Occurrence.objects.count() == 0


def test_record_or_report_shows_a_failing_article_to_the_curators():
    reading = make_reading(FERRY)

    assert record_or_report(reading, Engine(ExtractedQuote((Span(1, 10, "The fairy"),), "direct"))).failed

    item = ReviewItem.objects.get()
    assert (item.article, item.reason) == (reading.capture.article, "extraction failed")
    assert item.note.startswith("NotVerbatimError: 'The fairy' is not what stands at 1:10")


def test_pending_readings_are_the_latest_not_read_by_this_engine():
    reading = make_reading(FERRY)
    newer = later(reading, NETS)
    assert list(pending_readings(Engine())) == [newer]

    record_quotes(newer, Engine())

    assert list(pending_readings(Engine())) == []
    assert Extraction.objects.get().reading == newer


def test_occurrence_save_refuses_words_that_do_not_stand_there():
    occurrence = make_occurrence("The ferry will sail")
    occurrence.exact = "The fairy will sail"

    with pytest.raises(VerbatimError, match="does not stand at"):
        occurrence.save()


def test_occurrence_update_of_words_is_refused():
    make_occurrence("The ferry will sail")

    with pytest.raises(TypeError, match="through save"):
        Occurrence.objects.update(exact="The fairy")


def test_occurrence_bulk_create_refuses_words_that_do_not_stand_there():
    occurrence = make_occurrence("The ferry will sail")
    occurrence.pk, occurrence.exact = None, "The fairy will sail"

    with pytest.raises(VerbatimError):
        Occurrence.objects.bulk_create([occurrence])


def told_items():
    return list(ReviewItem.objects.filter(reason="changed at source").values_list("occurrence", "note"))


CHANGED = "The page of 2026-03-03 has: Wen Shulan"
OTHER = "“The ferry will sail again before the first snow,” said Wen Shulan, mayor of Tarn."


def test_changed_page_that_names_another_speaker_than_was_confirmed_is_asked_about_once():
    reading = make_reading(FERRY)
    record_quotes(reading)
    printed = Occurrence.objects.get()
    Occurrence.objects.filter(pk=printed.pk).update(review=Occurrence.Review.CONFIRMED)
    newer = later(reading, OTHER)

    record_quotes(newer)
    record_quotes(newer)

    assert told_items() == [(printed.pk, CHANGED)]
    assert Occurrence.objects.get().speaker.name == "Amara Osei"


def test_changed_page_that_names_another_speaker_than_a_person_set_is_asked_about():
    reading = make_reading(FERRY)
    record_quotes(reading)
    printed = Occurrence.objects.get()
    Occurrence.objects.filter(pk=printed.pk).update(locked=["speaker", "speaker_name"])

    record_quotes(later(reading, OTHER))

    assert told_items() == [(printed.pk, CHANGED)]
    assert Occurrence.objects.get().speaker.name == "Amara Osei"


@pytest.mark.parametrize("article", [0, 99])
def test_extract_command_of_an_unknown_article_says_so(article):
    with pytest.raises(CommandError, match=f"^Article {article} has not been read"):
        call_command("extract", article=article)
