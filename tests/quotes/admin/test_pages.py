"""Every curators' page: it opens, for staff alone, at a number of queries that its rows do not raise."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from simple_history.models import HistoricalChanges

from archive.models import Address, Alarm, Article, Band, Feed, Host, Refusal, Run, Snapshot, Story, Topic
from quotes.models import (
    Change,
    Decision,
    Duplicate,
    Extraction,
    Fingerprint,
    Harvest,
    IndexChange,
    Move,
    Occasion,
    Occurrence,
    Quote,
    ReviewItem,
)
from tests.quotes.rows import NOW, make_article, make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db

MODELS = [model for model in admin.site._registry if model._meta.app_label in ("archive", "quotes")]


def page(model, name, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


def fill(count):
    """So many rows of every model."""
    for number in range(count):
        occurrence = make_occurrence(speaker=make_speaker(f"Amara Osei {number}"))
        ReviewItem.objects.create(occurrence=occurrence, reason="close runner-up", reporter="engine")
        article, outlet = occurrence.article, occurrence.article.outlet
        feed = Feed.objects.create(outlet=outlet, url=f"https://{outlet.host}/feed-{Feed.objects.count()}")
        Harvest.objects.create(run=Run.objects.create(feed=feed, started_at=NOW))
        Alarm.objects.create(outlet=outlet, feed=feed, kind="silent", detail="No news.", raised_at=NOW)
        Host.objects.create(name=f"{feed.pk}.example")
        Snapshot.objects.create(article=article)
        Refusal.objects.create(capture=occurrence.reading.capture, scraper="Gazette", reason="No body.")
        Address.objects.create(key=f"copy.example/{article.pk}", article=article)
        Band.objects.create(article=article, value=article.pk)
        article.story = Story.objects.create()
        article.save()
        article.topics.add(Topic.objects.create(name="Ferries", slug=f"ferries-{article.pk}"))
        Extraction.objects.create(reading=occurrence.reading, engine="builtin", engine_version="1", found=1)
        Fingerprint.objects.create(quote=occurrence.quote, value=number)
        IndexChange.objects.create(quote_id=occurrence.quote_id)
        Decision.objects.create(kind="note", quote=occurrence.quote, occurrence=occurrence, why="seen")
        other = make_speaker(f"A. Osei {number}")
        Duplicate.objects.create(first=occurrence.speaker, second=other, score=95)
        Move.objects.create(kind="merge", speaker=occurrence.speaker, former_speaker=other)
        Occasion.objects.create(name=f"Harbour meeting {occurrence.pk}")
        Change.objects.create(occurrence=occurrence, kind="removed", seen_at=NOW)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_changelist_takes_a_constant_number_of_queries(model, admin_client):
    counts = []
    for rows in (1, 2):
        fill(rows)
        with CaptureQueriesContext(connection) as queries:
            assert admin_client.get(page(model, "changelist")).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_change_page_opens(model, admin_client):
    fill(1)

    assert admin_client.get(page(model, "change", model.objects.first().pk)).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_changelist_can_be_searched(model, admin_client):
    fill(1)

    assert admin_client.get(page(model, "changelist"), {"q": "osei"}).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_changelist_is_closed_to_readers(model, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader"))

    assert client.get(page(model, "changelist")).status_code == 302


def test_every_model_a_curator_needs_is_in_the_admin():
    inlines = {"Alias", "PrintedRole", "Reference"}
    apps = {Article._meta.app_config, Quote._meta.app_config}
    models = [model for app in apps for model in app.get_models()]
    names = {model.__name__ for model in models if not issubclass(model, HistoricalChanges)}

    assert names - {model.__name__ for model in MODELS} == inlines


def post_change(admin_client, row, **values):
    """Save the change form of a row as the page shows it, but for these values."""
    form = admin_client.get(page(type(row), "change", row.pk)).context["adminform"].form
    data = {name: form[name].value() for name in form.fields} | values
    for inline in ("occurrences", "references", "aliases", "roles", "captures"):
        data |= {f"{inline}-TOTAL_FORMS": 0, f"{inline}-INITIAL_FORMS": 0}
    data = {name: "" if value is None else value for name, value in data.items()}
    return admin_client.post(page(type(row), "change", row.pk), data)


def test_saving_a_quote_locks_what_was_changed(admin_client):
    quote = make_occurrence(speaker=make_speaker()).quote

    assert post_change(admin_client, quote, status="disputed", reason="She denies it.").status_code == 302

    quote.refresh_from_db()
    assert (quote.status, quote.locked) == ("disputed", ["reason", "status"])


def test_giving_an_occurrence_another_speaker_makes_it_their_quote(admin_client):
    occurrence, other = make_occurrence(speaker=make_speaker()), make_speaker("Kwame Lind")

    assert post_change(admin_client, occurrence, speaker=other.pk).status_code == 302

    occurrence.refresh_from_db()
    assert (occurrence.speaker, occurrence.quote.speaker, occurrence.locked) == (other, other, ["speaker"])


def test_extracting_again_drops_what_the_engine_does_not_find(admin_client):
    occurrence = make_occurrence("Tarn Weekly", reading=make_reading("She reads the Tarn Weekly."))

    admin_client.post(
        page(Occurrence, "changelist"), {"action": "extract_again", "_selected_action": [occurrence.pk]}
    )

    assert not Occurrence.objects.exists()


def test_deciding_review_items_notes_who_did(admin_client, admin_user):
    fill(1)
    item = ReviewItem.objects.get()

    admin_client.post(page(ReviewItem, "changelist"), {"action": "done", "_selected_action": [item.pk]})

    item.refresh_from_db()
    assert (item.state, item.decided_by) == ("done", admin_user)


@pytest.mark.parametrize(
    ("address", "readonly"), [("https://gazette.example/a", False), ("urn:sha256:" + "0" * 64, True)]
)
def test_address_of_what_was_handed_in_without_one_cannot_be_changed(admin_client, address, readonly):
    article = make_article(url=address, url_key=address)

    form = admin_client.get(page(Article, "change", article.pk)).context["adminform"]

    assert ("url" in form.readonly_fields, "url" in form.form.fields) == (readonly, not readonly)


def test_title_of_what_was_handed_in_without_an_address_can_be_changed(admin_client):
    article = make_article(url="urn:sha256:0", url_key="urn:sha256:0")

    assert post_change(admin_client, article, title="A better title").status_code == 302

    article.refresh_from_db()
    assert (article.title, article.url) == ("A better title", "urn:sha256:0")


def test_page_of_a_printing_tells_its_evidence_in_words(admin_client):
    evidence = {"mention": {"start": 0, "end": 3, "text": "she"}, "said_on": None}
    printed = make_occurrence(evidence=evidence, candidates=[{"speaker": "Amara Osei", "score": 0.876}])

    shown = admin_client.get(page(Occurrence, "change", printed.pk)).content.decode()

    assert [words in shown for words in ("mention “she”", "Amara Osei 0.88", "said on")] == [
        True,
        True,
        False,
    ]
