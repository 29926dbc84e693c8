"""The pages of curators' decisions: what they show, what they do, who may, and the way back."""

from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from quotes.models import Duplicate, Move, Quote, Speaker
from quotes.moves import group_quotes
from quotes.withdrawal import withdraw
from tests.quotes.admin.test_pages import page
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db

DECISIONS = ["quote_group", "quote_ungroup", "quote_withdraw", "quote_restore", "speaker_merge"]


def act(client, model, action, *rows):
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(page(model, "changelist"), data)


def two_speakers():
    kept, absorbed = make_speaker("Amara Osei"), make_speaker("A. Osei")
    make_occurrence(speaker=kept)
    make_occurrence("It snowed", speaker=absorbed)
    return kept, absorbed


def test_merge_shows_what_moves_first(admin_client):
    kept, absorbed = two_speakers()

    address = act(admin_client, Speaker, "merge", absorbed, kept)["Location"]
    shown = admin_client.get(address).content.decode()

    assert "It snowed" in shown
    assert "A. Osei" in shown
    assert not Speaker.objects.exclude(merged_into=None).exists()


def test_merge_joins_and_can_be_undone(admin_client, admin_user):
    kept, absorbed = two_speakers()
    address = act(admin_client, Speaker, "merge", absorbed, kept)["Location"]

    admin_client.post(address, {"kept": kept.pk, "reason": "the same mayor"})

    absorbed.refresh_from_db()
    move = Move.objects.get()
    assert (absorbed.merged_into, move.made_by, move.reason) == (kept, admin_user, "the same mayor")

    admin_client.post(reverse("admin:quotes_move_undo", args=[move.pk]), {"reason": ""})

    absorbed.refresh_from_db()
    assert absorbed.merged_into is None


def test_quotes_merged_into_others_are_listed_where_asked_for(admin_client):
    kept, other = (
        make_occurrence(words, speaker=make_speaker(words)).quote for words in ("It rained", "It hailed")
    )
    group_quotes([kept, other], kept)

    lists = [
        admin_client.get(page(Quote, "changelist"), asked).context["cl"] for asked in ({}, {"merged": "yes"})
    ]

    assert [[quote.pk for quote in shown.result_list] for shown in lists] == [[kept.pk], [other.pk]]


def test_merge_of_several_that_is_refused_for_one_changes_nothing(admin_client):
    kept, absorbed = two_speakers()
    third = make_speaker("Amara D. Osei", wikidata="Q2")
    Speaker.objects.filter(pk=kept.pk).update(wikidata="Q1")
    make_occurrence("It hailed", speaker=third)
    address = act(admin_client, Speaker, "merge", absorbed, kept, third)["Location"]

    answer = admin_client.post(address, {"kept": kept.pk, "reason": ""})

    assert answer.status_code == 422
    assert not Speaker.objects.exclude(merged_into=None).exists()
    assert not Move.objects.exists()


def test_merging_leaves_a_history_with_its_reason(admin_client, admin_user):
    kept, absorbed = two_speakers()

    admin_client.post(
        act(admin_client, Speaker, "merge", absorbed, kept)["Location"], {"kept": kept.pk, "reason": "same"}
    )

    record = absorbed.history.latest("history_id")
    assert (record.history_user, record.history_change_reason) == (
        admin_user,
        "speakers merged: A. Osei → Amara Osei: same",
    )


def test_merge_of_two_people_says_why_not(admin_client):
    one, other = make_speaker(wikidata="Q1"), make_speaker(wikidata="Q2")

    answer = admin_client.post(act(admin_client, Speaker, "merge", one, other)["Location"], {"kept": one.pk})

    assert (answer.status_code, "two people" in answer.content.decode()) == (422, True)


def test_one_speaker_alone_is_not_merged(admin_client):
    speaker = make_speaker()

    answer = admin_client.post(act(admin_client, Speaker, "merge", speaker)["Location"], {"kept": speaker.pk})

    assert (answer.status_code, "two speakers or more" in answer.content.decode()) == (422, True)


def test_split_gives_the_chosen_to_a_namesake(admin_client):
    speaker = make_speaker()
    chosen = make_occurrence(speaker=speaker)
    make_occurrence("It snowed", speaker=speaker)

    admin_client.post(
        reverse("admin:quotes_speaker_split", args=[speaker.pk]),
        {"occurrences": [chosen.pk], "name": "Amara Osei"},
    )

    chosen.refresh_from_db()
    assert (chosen.speaker != speaker, chosen.speaker.name) == (True, "Amara Osei")


def test_split_without_a_target_says_what_is_missing(admin_client):
    speaker = make_speaker()
    chosen = make_occurrence(speaker=speaker)
    address = reverse("admin:quotes_speaker_split", args=[speaker.pk])

    answer = admin_client.post(address, {"occurrences": [chosen.pk]})

    assert (answer.status_code, "Say whose words" in answer.content.decode()) == (422, True)


def test_quotes_are_grouped_and_ungrouped(admin_client):
    one, other = (make_occurrence(words, speaker=make_speaker()) for words in ("It rained", "It poured"))

    admin_client.post(
        act(admin_client, Quote, "group", one.quote, other.quote)["Location"], {"kept": one.quote_id}
    )
    other.refresh_from_db()
    assert other.quote == one.quote

    address = reverse("admin:quotes_quote_ungroup", args=[one.quote_id])
    admin_client.post(address, {"occurrences": [other.pk]})
    other.refresh_from_db()
    assert other.quote != one.quote


def test_withdrawal_asks_for_a_reason_and_hides(admin_client, client):
    quote = make_occurrence(speaker=make_speaker()).quote
    address = reverse("admin:quotes_quote_withdraw", args=[quote.pk])

    assert admin_client.post(address, {}).status_code == 422
    admin_client.post(address, {"reason": "It was made up."})

    client.logout()
    assert client.get(quote.get_absolute_url()).status_code == 410


def test_withdrawing_can_take_quotes_of_like_words_along(admin_client, monkeypatch):
    one, other = (make_occurrence(speaker=make_speaker(name)).quote for name in ("Amara Osei", "Kwame Lind"))
    address = reverse("admin:quotes_quote_withdraw", args=[one.pk])
    monkeypatch.setattr("quotes.admin.quote_decisions.alike", lambda quote: Quote.objects.filter(pk=other.pk))

    admin_client.post(address, {"reason": "It was made up.", "also": [other.pk]})

    assert set(Quote.objects.values_list("status", flat=True)) == {"withdrawn"}


def test_withdrawn_quote_is_restored(admin_client):
    quote = make_occurrence(speaker=make_speaker()).quote
    withdraw(quote, "It was made up.")

    admin_client.post(reverse("admin:quotes_quote_restore", args=[quote.pk]), {"reason": "It was not."})

    quote.refresh_from_db()
    assert quote.status == "unreviewed"


@pytest.mark.parametrize(
    ("status", "reason", "told"),
    [
        ("confirmed", "", "Everybody sees it once it is restored, as before: confirmed"),
        (
            "disputed",
            "She denies it.",
            "Everybody sees it once it is restored, as before: disputed: She denies it.",
        ),
        ("rejected", "", "Nobody but curators sees it once it is restored, as before: rejected"),
    ],
)
def test_restored_quote_has_the_status_of_before_and_its_history_says_so(admin_client, status, reason, told):
    quote = make_occurrence(speaker=make_speaker()).quote
    Quote.objects.update(status=status, reason=reason)
    restoring = reverse("admin:quotes_quote_restore", args=[quote.pk])
    withdrawing = reverse("admin:quotes_quote_withdraw", args=[quote.pk])
    admin_client.post(withdrawing, {"reason": "It was made up."})
    shown = admin_client.get(restoring).content.decode()

    admin_client.post(restoring, {"reason": "It was not."})

    quote.refresh_from_db()
    last = quote.history.latest()
    assert told in unescape(shown)
    assert (quote.status, quote.reason) == (status, reason)
    assert last.history_change_reason == f"restored as {status}: It was not."


def test_refused_pair_is_marked_with_who_refused(admin_client, admin_user):
    one, other = make_speaker(), make_speaker()
    pair = Duplicate.objects.create(first=one, second=other, score=100)

    act(admin_client, Duplicate, "refuse", pair)

    pair.refresh_from_db()
    assert (pair.state, pair.decided_by) == ("refused", admin_user)


def test_duplicates_are_looked_for_at_a_button(admin_client):
    one, other = make_speaker("Amara Osei"), make_speaker("Amara Osei")

    answer = admin_client.post(reverse("admin:quotes_duplicate_look"), follow=True)

    assert [str(message) for message in answer.context["messages"]] == ["1 new pair."]
    assert Duplicate.objects.values_list("first", "second").get() == (one.pk, other.pk)


@pytest.mark.parametrize(
    "name", ["quote_group", "quote_ungroup", "quote_withdraw", "quote_restore", "speaker_merge"][:]
)
def test_who_may_only_look_cannot_decide(name, client, django_user_model):
    user = django_user_model.objects.create_user("looker", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    quote = make_occurrence(speaker=make_speaker()).quote
    args = [] if name in ("quote_group", "speaker_merge") else [quote.pk]

    assert client.post(reverse(f"admin:quotes_{name}", args=args), {"reason": "x"}).status_code == 403


def test_undo_is_refused_to_who_may_not_change_quotes(client, django_user_model):
    user = django_user_model.objects.create_user("looker", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    one, other = (make_occurrence(words, speaker=make_speaker()) for words in ("It rained", "It poured"))
    move = group_quotes([one.quote, other.quote], one.quote)

    assert client.post(reverse("admin:quotes_move_undo", args=[move.pk])).status_code == 403
