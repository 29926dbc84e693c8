from datetime import UTC, datetime

import pytest
from django.test import override_settings

from archive.models import Article, Topic
from quotes.models import Quote
from quotes.search import gathering
from quotes.search.document import Printing, Subject
from quotes.search.gathering import all_documents, documents_of
from tests.quotes.rows import (
    make_article,
    make_capture,
    make_occurrence,
    make_outlet,
    make_reading,
    make_speaker,
)

pytestmark = pytest.mark.django_db


def document_of(quote: Quote):
    (document,) = documents_of([quote.pk])
    return document


def test_document_of_a_quote():
    outlet = make_outlet(name="The Courier", slug="courier")
    article = make_article(outlet=outlet, published=datetime(2026, 3, 2, 23, 30, tzinfo=UTC))
    reading = make_reading("“It rained,” she said at the gala.", capture=make_capture(article))
    speaker = make_speaker("Amara Osei")
    speaker.aliases.create(name="A. Osei")
    occurrence = make_occurrence("It rained", speaker=speaker, reading=reading)
    occurrence.before, occurrence.after = "Before.", ""
    occurrence.evidence = {"occasion": {"text": "the gala"}, "place": None, "cue": {"text": "said"}}
    occurrence.save()
    with override_settings(TIME_ZONE="Europe/Berlin"):
        document = document_of(occurrence.quote)
    assert document.printings == (
        Printing(outlet.pk, "courier", "The Courier", document.printings[0].published),
    )
    assert document.printings[0].published.isoformat() == "2026-03-03T00:30:00+01:00"
    assert (document.speaker_id, document.speaker, document.speaker_name) == (
        speaker.pk,
        speaker.slug,
        "Amara Osei",
    )
    assert document.names == ("Amara Osei", "A. Osei")
    assert (document.text, document.contexts, document.circumstances) == (
        "It rained",
        ("Before.",),
        ("the gala",),
    )
    assert (document.kind, document.status, document.language, document.sources) == (
        "direct",
        "unreviewed",
        "en",
        1,
    )


def test_document_of_a_quote_without_speaker_or_occurrence():
    document = document_of(Quote.objects.create(text="It rained", kind="direct"))
    assert (document.speaker, document.names, document.printings) == ("", (), ())


def test_document_of_a_speaker_who_was_merged_twice():
    first, second, third = (make_speaker(name) for name in ("Amara Osei", "Ama Osei", "A. N. Osei"))
    first.merged_into, second.merged_into = second, third
    first.save()
    second.save()
    document = document_of(make_occurrence(speaker=first).quote)
    assert (document.speaker, document.names) == (third.slug, ("Amara Osei", "Ama Osei", "A. N. Osei"))


def test_document_has_the_topics_of_every_article_that_prints_it():
    sea, harbour = (Topic.objects.create(name=name, slug=name.lower()) for name in ("Sea", "Harbour"))
    first = make_occurrence("It rained", speaker=make_speaker())
    first.reading.capture.article.topics.set([sea, harbour])
    again = make_reading("“It rained,” she said.")
    again.capture.article.topics.set([sea])
    make_occurrence("It rained", speaker=first.speaker, reading=again, quote=first.quote)
    assert document_of(first.quote).topics == (
        Subject(sea.pk, "sea", "Sea"),
        Subject(harbour.pk, "harbour", "Harbour"),
    )


def test_documents_leave_out_what_readers_may_not_find():
    kept = make_occurrence("It rained").quote
    for change in (
        {"status": "withdrawn"},
        {"status": "rejected"},
        {"kind": "unattributed"},
        {"merged_into": kept},
    ):
        hidden = make_occurrence("It snowed").quote
        Quote.objects.filter(pk=hidden.pk).update(**change)
    indirect = Quote.objects.create(text="that it rained", kind="indirect")
    assert [document.quote_id for document in all_documents()] == [kept.pk, indirect.pk]
    everything = Quote.objects.values_list("pk", flat=True)
    assert [document.quote_id for document in documents_of(everything)] == [kept.pk, indirect.pk]


def test_document_without_an_article_that_went_meanwhile(monkeypatch):
    quote = make_occurrence("It rained", speaker=make_speaker()).quote
    monkeypatch.setattr(gathering, "articles", lambda article_ids, subjects: {})
    assert document_of(quote).printings == ()


def test_documents_stretch_by_stretch_are_the_same(monkeypatch):
    quotes = [make_occurrence("It rained", speaker=make_speaker()).quote.pk for _ in range(5)]
    whole = list(all_documents())
    monkeypatch.setattr(gathering, "STRETCH", 2)
    monkeypatch.setattr(gathering, "BATCH", 2)
    assert list(all_documents()) == whole == list(documents_of(reversed(quotes)))


def test_documents_cost_the_same_queries_for_one_and_for_thirty(django_assert_num_queries):
    one, *many = [make_occurrence(speaker=make_speaker()).quote.pk for _ in range(31)]
    for number, article in enumerate(Article.objects.all()):
        article.topics.create(name=f"Topic {number}", slug=f"topic-{number}")
    for quotes in ([one], many):
        with django_assert_num_queries(7):
            list(documents_of(quotes))
