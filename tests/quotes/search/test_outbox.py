"""Every change that readers could find marks its quotes, and no other change does."""

from datetime import timedelta

import pytest
from django.db import transaction

from archive.models import Topic
from quotes.models import Alias, IndexChange, Occasion, Occurrence, Quote
from quotes.search.outbox import mark
from tests.quotes.rows import NOW, make_article, make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def occurrence():
    made = make_occurrence(speaker=make_speaker())
    IndexChange.objects.all().delete()
    return made


def marked() -> set[int]:
    return set(IndexChange.objects.values_list("quote_id", flat=True))


def test_mark_once_each():
    mark([3, 4, 3])
    assert sorted(IndexChange.objects.values_list("quote_id", flat=True)) == [3, 4]


def test_mark_is_undone_with_its_transaction():
    with transaction.atomic():
        mark([3])
        transaction.set_rollback(True)
    assert marked() == set()


def test_mark_of_nothing_writes_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        mark([])


def test_saved_quote(occurrence):
    occurrence.quote.save()
    assert marked() == {occurrence.quote_id}


def test_deleted_quote(occurrence):
    pk = occurrence.quote_id
    occurrence.delete()
    IndexChange.objects.all().delete()
    Quote.objects.get(pk=pk).delete()
    assert marked() == {pk}


def test_saved_and_deleted_occurrence(occurrence):
    occurrence.save()
    assert marked() == {occurrence.quote_id}
    IndexChange.objects.all().delete()
    occurrence.delete()
    assert marked() == {occurrence.quote_id}


def test_occurrence_moved_to_another_quote(occurrence):
    first, second = occurrence.quote_id, Quote.objects.create(text="It rained", kind="direct").pk
    IndexChange.objects.all().delete()
    moved = Occurrence.objects.get(pk=occurrence.pk)
    moved.quote_id = second
    moved.save()
    assert marked() == {first, second}


def test_renamed_speaker(occurrence):
    occurrence.speaker.name = "Amara N. Osei"
    occurrence.speaker.save()
    assert marked() == {occurrence.quote_id}


def test_described_speaker_changes_no_document(occurrence):
    occurrence.speaker.description = "Harbour master"
    occurrence.speaker.save()
    assert marked() == set()


def test_speaker_saved_in_other_fields_only(occurrence, django_assert_num_queries):
    occurrence.speaker.description = "Harbour master"
    with django_assert_num_queries(1):
        occurrence.speaker.save(update_fields=["description"])


def test_merged_speaker_and_the_one_with_both_names(occurrence):
    target = make_speaker("Amara Nana Osei")
    other = make_occurrence("It snowed", speaker=target)
    IndexChange.objects.all().delete()
    occurrence.speaker.merged_into = target
    occurrence.speaker.save()
    assert marked() == {occurrence.quote_id}
    target.name = "Amara N. Osei"
    target.save()
    assert marked() == {occurrence.quote_id, other.quote_id}


def test_added_renamed_and_deleted_alias(occurrence):
    alias = Alias.objects.create(speaker=occurrence.speaker, name="A. Osei")
    assert marked() == {occurrence.quote_id}
    IndexChange.objects.all().delete()
    alias.delete()
    assert marked() == {occurrence.quote_id}


def test_alias_moved_to_another_speaker(occurrence):
    other = make_occurrence("It snowed", speaker=make_speaker("Bo Lindqvist"))
    alias = occurrence.speaker.aliases.get()
    IndexChange.objects.all().delete()
    alias.speaker = other.speaker
    alias.save()
    assert marked() == {occurrence.quote_id, other.quote_id}


def test_article_with_another_date(occurrence):
    occurrence.article.published = NOW + timedelta(days=1)
    occurrence.article.save()
    assert marked() == {occurrence.quote_id}


def test_article_that_was_visited_again_changes_no_document(occurrence):
    occurrence.article.attempts = 3
    occurrence.article.title = "Another title"
    occurrence.article.save()
    assert marked() == set()


def test_renamed_outlet(occurrence):
    occurrence.article.outlet.name = "The Gazette"
    occurrence.article.outlet.save()
    assert marked() == {occurrence.quote_id}


@pytest.fixture
def topic(occurrence):
    made = occurrence.reading.capture.article.topics.create(name="Sea", slug="sea")
    IndexChange.objects.all().delete()
    return made


@pytest.mark.parametrize(
    "change",
    [
        lambda article, topic: article.topics.create(name="Harbour", slug="harbour"),
        lambda article, topic: article.topics.set([]),
        lambda article, topic: article.topics.clear(),
        lambda article, topic: topic.articles.remove(article),
        lambda article, topic: topic.articles.clear(),
        lambda article, topic: topic.delete(),
        lambda article, topic: Topic.objects.create(name="Fish", slug="fish").articles.add(article),
    ],
)
def test_article_with_other_topics(occurrence, topic, change):
    change(occurrence.reading.capture.article, topic)
    assert marked() == {occurrence.quote_id}


def test_article_with_the_same_topics_changes_no_document(occurrence, topic):
    occurrence.reading.capture.article.topics.set([topic])
    topic.save()
    assert marked() == set()


def test_renamed_topic(occurrence, topic):
    topic.name = "The sea"
    topic.save()
    assert marked() == {occurrence.quote_id}


def test_other_topics_are_undone_with_their_transaction(occurrence, topic):
    with transaction.atomic():
        occurrence.reading.capture.article.topics.clear()
        transaction.set_rollback(True)
    assert marked() == set()


def test_new_article_and_reading_mark_nothing(occurrence):
    make_reading(capture=None)
    make_article()
    assert marked() == set()


def test_occasion_that_was_given_renamed_and_deleted(occurrence):
    occasion = Occasion.objects.create(name="Harbour meeting")
    Quote.objects.filter(pk=occurrence.quote_id).update(occasion=occasion)
    assert marked() == set()
    occasion.name = "Meeting at the harbour"
    occasion.save()
    assert marked() == {occurrence.quote_id}
    IndexChange.objects.all().delete()
    occasion.delete()
    assert marked() == {occurrence.quote_id}
