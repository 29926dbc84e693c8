"""The history of a row in the admin: who, why, what, and the way back."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from archive.models import Outlet
from quotes.identities import merge_speakers, split_speaker
from quotes.models import IndexChange, Occasion, Occurrence, Quote, Speaker
from quotes.moves import undo, whole
from tests.quotes.admin.test_pages import page, post_change
from tests.quotes.rows import make_occurrence, make_outlet, make_speaker

pytestmark = pytest.mark.django_db


def history_page(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_history", args=[row.pk])


def back_to(admin_client, row, record):
    to = f"{record.instance_type._meta.label}:{record.history_id}"
    return admin_client.post(history_page(row), {"to": to}, follow=True)


def test_change_is_recorded_with_its_reason(admin_client, admin_user):
    quote = make_occurrence(speaker=make_speaker()).quote
    post_change(admin_client, quote, status="disputed", reason="Denied.", _why="she denies it")

    before, after = quote.history.order_by("history_id")

    assert (before.history_user, before.status) == (None, "unreviewed")
    assert (after.history_user, after.history_change_reason, after.status) == (
        admin_user,
        "she denies it",
        "disputed",
    )
    shown = admin_client.get(history_page(quote)).content.decode()
    assert "she denies it" in shown
    assert "<del>unreviewed</del> → <ins>disputed</ins>" in shown


@pytest.mark.parametrize("kind", [Quote, Occurrence, Speaker, Occasion, Outlet])
def test_list_leads_to_what_was_deleted(kind, admin_client):
    shown = admin_client.get(page(kind, "changelist")).content.decode()

    assert f'<a href="{page(kind, "deleted")}">Deleted</a>' in shown


def test_quote_goes_back(admin_client):
    quote = make_occurrence(speaker=make_speaker()).quote
    post_change(admin_client, quote, status="disputed", reason="Denied.")

    back_to(admin_client, quote, quote.history.earliest("history_id"))

    quote.refresh_from_db()
    assert (quote.status, quote.locked) == ("unreviewed", [])


def test_way_back_is_told_in_the_curators_zone(admin_client):
    quote = make_occurrence(speaker=make_speaker()).quote
    post_change(admin_client, quote, status="disputed", reason="Denied.")
    record = quote.history.earliest("history_id")
    record.history_date = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    record.save()

    with timezone.override("Asia/Tokyo"):
        told = back_to(admin_client, quote, record).content.decode()

    assert "is as it was on 2026-03-02 08:30." in told


def test_occurrence_goes_back_to_its_quote(admin_client):
    occurrence, other = make_occurrence(speaker=make_speaker()), make_speaker("Kwame Lind")
    speaker = occurrence.speaker
    post_change(admin_client, occurrence, speaker=other.pk)

    back_to(admin_client, occurrence, occurrence.history.earliest("history_id"))

    occurrence.refresh_from_db()
    assert (occurrence.speaker, occurrence.quote.speaker) == (speaker, speaker)


def test_deleted_alias_comes_back_by_its_speakers_history(admin_client):
    speaker = make_speaker()
    alias = speaker.aliases.get()
    data = {"name": speaker.name, "kind": "person", "description": "", "wikidata": ""}
    data |= {"aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 1, "aliases-0-id": alias.pk}
    data |= {"aliases-0-speaker": speaker.pk, "aliases-0-name": alias.name, "aliases-0-DELETE": "on"}
    data |= {"roles-TOTAL_FORMS": 0, "roles-INITIAL_FORMS": 0}
    admin_client.post(page(Speaker, "change", speaker.pk), data)
    assert speaker.aliases.count() == 0

    back_to(admin_client, speaker, alias.history.latest("history_id"))

    assert [each.name for each in speaker.aliases.all()] == ["Amara Osei"]


def test_impossible_way_back_is_said_and_changes_nothing(admin_client):
    outlet = make_outlet(name="Gazette")
    former = {"name": "Gazette", "slug": outlet.slug, "host": "old.example"}
    Outlet.objects.filter(pk=outlet.pk).update(**former)
    forms = {"feeds-TOTAL_FORMS": 0, "feeds-INITIAL_FORMS": 0}
    admin_client.post(page(Outlet, "change", outlet.pk), former | forms | {"host": "new.example"})
    make_outlet(host="old.example")

    answer = back_to(admin_client, outlet, outlet.history.earliest("history_id"))

    assert "It cannot go back" in answer.content.decode()
    outlet.refresh_from_db()
    assert outlet.host == "new.example"


@pytest.mark.parametrize("number", ["0", "seven", "9" * 30, "9" * 5000])
def test_history_of_nothing_is_not_found(number, admin_client):
    assert admin_client.get(f"/admin/quotes/quote/{number}/history/").status_code == 404


@pytest.mark.parametrize("to", ["", "quotes.Quote", "quotes.Quote:seven", f"quotes.Quote:{'9' * 5000}"])
def test_way_back_to_nothing_is_not_found(to, admin_client):
    quote = make_occurrence(speaker=make_speaker()).quote
    assert admin_client.post(history_page(quote), {"to": to}).status_code == 404


@pytest.mark.parametrize("model", [Quote, Occurrence, Speaker, Outlet])
def test_history_is_closed_to_who_may_not_see_the_row(model, client, django_user_model):
    make_occurrence(speaker=make_speaker())
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    row = model.objects.first()

    assert client.get(history_page(row)).status_code == 403


def test_history_shows_where_the_archive_has_the_values_from(admin_client):
    occurrence = make_occurrence(speaker=make_speaker(), method="said-clause")

    shown = admin_client.get(history_page(occurrence)).content.decode()

    assert "builtin 1, by said-clause, 90% sure of the speaker" in shown


def test_deleted_row_is_listed_and_comes_back(admin_client, admin_user):
    occasion = Occasion.objects.create(name="Harbour meeting", place="Northquay")

    admin_client.post(page(Occasion, "delete", occasion.pk), {"post": "yes"})
    shown = admin_client.get(reverse("admin:quotes_occasion_deleted")).content.decode()

    record = occasion.history.get(history_type="-")
    assert (record.history_user, record.history_change_reason) == (admin_user, "deleted")
    assert f'<a href="{history_page(occasion)}">Harbour meeting</a>' in shown
    assert "deleted" in admin_client.get(history_page(occasion)).content.decode()

    back_to(admin_client, occasion, record)

    assert Occasion.objects.values_list("pk", "place").get() == (occasion.pk, "Northquay")
    assert (
        "Harbour meeting" not in admin_client.get(reverse("admin:quotes_occasion_deleted")).content.decode()
    )


@pytest.mark.parametrize("by", ["page", "action"])
def test_quotes_of_a_deleted_occasion_remember_it(by, admin_client, admin_user):
    occasion = Occasion.objects.create(name="Harbour meeting")
    quote = make_occurrence(speaker=make_speaker()).quote
    Quote.objects.filter(pk=quote.pk).update(occasion=occasion)
    IndexChange.objects.all().delete()
    if by == "page":
        admin_client.post(page(Occasion, "delete", occasion.pk), {"post": "yes"})
    else:
        data = {"action": "delete_selected", "_selected_action": [occasion.pk], "post": "yes"}
        admin_client.post(page(Occasion, "changelist"), data)

    before, after = quote.history.order_by("history_id")
    assert (before.occasion_id, after.occasion_id, after.history_user) == (occasion.pk, None, admin_user)
    assert set(IndexChange.objects.values_list("quote_id", flat=True)) == {quote.pk}


def test_merge_and_split_tell_their_reason_in_what_they_moved(admin_user):
    kept, absorbed = make_speaker("Amara Osei"), make_speaker("A. Osei")
    printed, other = make_occurrence(speaker=absorbed), make_occurrence("It snowed", speaker=absorbed)

    move = merge_speakers(absorbed, kept, by=admin_user, reason="the same mayor")
    split_speaker(
        list(whole(kept.occurrences.filter(pk=other.pk))), "Bo Chen", by=admin_user, reason="the clerk"
    )
    undo(move, admin_user, "not so")

    def told(row):
        return list(
            row.history.exclude(history_user=None)
            .order_by("pk")
            .values_list("history_change_reason", flat=True)
        )

    merged = "speakers merged: A. Osei → Amara Osei"
    assert told(printed) == [f"{merged}: the same mayor", f"undone: {merged}: not so"]
    assert told(other) == [f"{merged}: the same mayor", "speaker split: Amara Osei → Bo Chen: the clerk"]
    assert told(absorbed) == [f"{merged}: the same mayor", f"undone: {merged}: not so"]
