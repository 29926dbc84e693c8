"""The review queue as plain forms: every decision, its refusals, filters, bulk, and a second curator."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.decisions import Choice, decide, seen_of
from quotes.grouping import refresh
from quotes.models import Decision, Occurrence, Quote, ReviewItem, Speaker
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db

WORDS = "The ferry will sail again before the first snow falls"


def make_printed(confidence=0.5, speaker="Amara Osei", words=WORDS, **values):
    reading = make_reading(f"“{words},” {speaker} said.")
    printed = make_occurrence(
        words,
        speaker=make_speaker(speaker),
        reading=reading,
        confidence=confidence,
        reasons=["close runner-up"],
        candidates=[{"speaker": speaker, "score": 0.5}, {"speaker": "Kwame Lind", "score": 0.4}],
        **values,
    )
    ReviewItem.objects.create(occurrence=printed, reason="close runner-up", reporter="engine")
    refresh([printed.quote])
    return Occurrence.objects.get(pk=printed.pk)


def send(client, printed, kind, **values):
    data = {"seen": str(seen_of(printed)), "kind": kind, "place": "9.0,0"} | values
    return client.post(reverse("review-decide"), data, follow=True)


def test_first_of_the_queue_is_shown_with_its_evidence(admin_client):
    make_printed(0.9)
    shaky = make_printed(0.3, speaker="Ines Prado")

    page = admin_client.get(reverse("review"))

    assert page.context["item"]["printed"] == shaky
    assert [c["speaker"] for _, c in page.context["item"]["candidates"]] == ["Ines Prado", "Kwame Lind"]
    assert "close runner-up" in page.content.decode()


def test_confirming_leads_to_the_next(admin_client, admin_user):
    sure, shaky = make_printed(0.9), make_printed(0.3)

    page = send(admin_client, shaky, "confirm")

    assert page.context["item"]["printed"] == sure
    assert Quote.objects.get(pk=shaky.quote_id).status == "confirmed"
    assert Decision.objects.get().by == admin_user


def test_candidate_is_chosen_by_name(admin_client):
    printed = make_printed()
    lind = make_speaker("Kwame Lind")

    send(admin_client, printed, "speaker", candidate="Kwame Lind")

    assert Occurrence.objects.get().speaker == lind


def test_new_speaker_is_made_inline(admin_client):
    send(admin_client, make_printed(), "speaker", name="Ines Prado")

    speaker = Speaker.objects.get(name="Ines Prado")
    assert (Occurrence.objects.get().speaker, speaker.article) == (speaker, None)
    assert [alias.name for alias in speaker.aliases.all()] == ["Ines Prado"]


def test_bare_surname_is_known_in_its_article_alone(admin_client):
    printed = make_printed()

    send(admin_client, printed, "speaker", name="Prado")

    assert Occurrence.objects.get().speaker.article == printed.article


def test_speaker_must_be_said(admin_client):
    page = send(admin_client, make_printed(), "speaker")

    assert "Say who said it" in page.content.decode()
    assert Decision.objects.count() == 0


def test_saved_boundaries_leave_the_quote_to_be_decided(admin_client):
    printed = make_printed()

    page = send(admin_client, printed, "boundaries", words="The ferry will sail again")

    assert page.context["item"]["printed"].exact == "The ferry will sail again"
    assert Occurrence.objects.get().review == "unreviewed"


def test_impossible_boundaries_are_refused_in_words(admin_client):
    page = send(admin_client, make_printed(), "boundaries", words="The fairy")

    assert "do not stand in the article" in page.content.decode()


def test_undo_shows_the_quote_again(admin_client):
    shaky, _ = make_printed(0.3), make_printed(0.9)
    send(admin_client, shaky, "reject")

    page = admin_client.post(reverse("review-undo"), follow=True)

    assert page.context["item"]["printed"] == shaky
    assert Quote.objects.get(pk=shaky.quote_id).status == "unreviewed"


def test_undo_of_nothing_is_told(admin_client):
    assert "decided nothing yet" in admin_client.post(reverse("review-undo"), follow=True).content.decode()


def test_second_curator_is_told_and_nothing_is_changed(admin_client, django_user_model):
    printed = make_printed()
    seen = str(seen_of(printed))
    decide(seen_of(printed), Choice("confirm"), django_user_model.objects.create_user("kwame"))

    page = admin_client.post(
        reverse("review-decide"), {"seen": seen, "kind": "reject"}, headers={"X-Part": "review"}
    )

    assert page.status_code == 409
    assert "kwame has decided on this quote meanwhile" in page.content.decode()
    assert Quote.objects.get().status == "confirmed"


HUGE = {"seen": f"{'9' * 5000}.x", "kind": "confirm"}


@pytest.mark.parametrize(
    "data", [{}, {"seen": "x", "kind": "confirm"}, {"seen": "1.x", "kind": "explode"}, HUGE]
)
def test_broken_form_changes_nothing(data, admin_client):
    make_printed()

    answer = admin_client.post(reverse("review-decide"), data, headers={"X-Part": "review"})

    assert answer.status_code in (409, 422)
    assert Decision.objects.count() == 0


def test_filter_of_reports_says_any_unless_asked(admin_client):
    choices = admin_client.get(reverse("review")).context["form"]["reported"]

    assert [choice.choice_label for choice in choices] == ["any", "yes", "no"]


def test_filters_narrow_the_queue(admin_client):
    printed, other = make_printed(speaker="Ines Prado"), make_printed(0.3)
    ReviewItem.objects.create(quote=printed.quote, reason="reader's report", reporter="a reader", note="no")
    asked = {
        "q": "prado",
        "outlet": printed.article.outlet.slug,
        "reason": "reader's report",
        "reported": "true",
    }

    for name, value in asked.items():
        page = admin_client.get(reverse("review"), {name: value})
        assert (page.context["item"]["printed"], page.context["length"]) == (printed, "1")
    assert admin_client.get(reverse("review"), {"q": other.exact}).context["length"] == "2"


def test_next_and_previous_walk_through_the_queue(admin_client):
    first, second, third = make_printed(0.2), make_printed(0.4), make_printed(0.6)
    walked, address = [], reverse("review")
    place = ""
    for step in ("after", "after", "after", "before"):
        page = admin_client.get(address, {step: place})
        walked.append(page.context["item"]["printed"])
        place = page.context["item"]["place"]

    assert walked == [first, second, third, second]


def test_empty_queue_says_so(admin_client):
    assert "Nothing is left to review" in admin_client.get(reverse("review")).content.decode()


def test_typing_finds_speakers_of_the_archive(admin_client):
    make_speaker("Ines Prado"), make_speaker("Kwame Lind")

    found = admin_client.get(reverse("review-speakers"), {"find": "pra"}).content.decode()

    assert "Ines Prado" in found
    assert "Kwame Lind" not in found
    assert "New speaker: pra" in found


def test_filtered_queue_is_counted_so_far_only(admin_client, monkeypatch):
    monkeypatch.setattr("quotes.views.review.filters.MOST_COUNTED", 1)
    for number in range(2):
        make_printed(speaker=f"Amara Osei {number}")

    filtered = admin_client.get(reverse("review"), {"q": "ferry"}).context["length"]
    assert (filtered, admin_client.get(reverse("review")).context["length"]) == ("more than 1", "2")


def test_bulk_decides_what_was_previewed_and_left_checked(admin_client):
    printings = [make_printed(speaker=f"Amara Osei {number}") for number in range(3)]
    preview = admin_client.get(reverse("review-bulk"), {"q": "ferry"})
    assert Decision.objects.count() == 0
    seen = [mark for printed, mark in preview.context["rows"] if printed != printings[1]]

    admin_client.post(reverse("review-bulk"), {"seen": seen, "kind": "reject", "why": "a song"})

    statuses = list(Quote.objects.order_by("pk").values_list("status", flat=True))
    assert statuses == ["rejected", "unreviewed", "rejected"]
    admin_client.post(reverse("review-undo"))
    assert set(Quote.objects.values_list("status", flat=True)) == {"unreviewed"}


def test_bulk_tells_in_one_line_what_changed_meanwhile(admin_client, django_user_model):
    printings = [make_printed(speaker=f"Amara Osei {number}") for number in range(4)]
    shown = admin_client.get(reverse("review-bulk")).context["rows"]
    kwame = django_user_model.objects.create_user("kwame")
    for printed in printings[:2]:
        decide(seen_of(printed), Choice("confirm"), kwame)

    sent = {"seen": [mark for _, mark in shown], "kind": "reject", "why": "a song"}
    page = admin_client.post(reverse("review-bulk"), sent, follow=True)

    done, left = map(str, page.context["messages"])
    assert done.startswith("2 decided.")
    assert left.startswith("2 stay as they are, for they have changed since you saw them")
    assert "kwame has decided on this quote meanwhile" in left
    assert sorted(Quote.objects.values_list("status", flat=True)) == ["confirmed"] * 2 + ["rejected"] * 2


def test_bulk_takes_a_constant_number_of_queries(admin_client):
    counts = []
    for number in range(3):
        make_printed(speaker=f"Amara Osei {number}")
        with CaptureQueriesContext(connection) as queries:
            assert len(admin_client.get(reverse("review-bulk")).context["rows"]) == number + 1
        counts.append(len(queries))

    assert counts[1] == counts[2]


def test_bulk_needs_a_kind(admin_client):
    make_printed()

    page = admin_client.post(reverse("review-bulk"), {"seen": [], "kind": "speaker"}, follow=True)

    assert "Choose what to decide" in page.content.decode()


@pytest.mark.parametrize("name", ["review", "review-bulk", "review-speakers", "review-decide", "review-undo"])
def test_queue_is_closed_to_who_may_not_decide(name, client, django_user_model):
    assert client.get(reverse(name)).status_code == 302
    clerk = django_user_model.objects.create_user("clerk", is_staff=True)
    client.force_login(clerk)

    assert client.get(reverse(name)).status_code == 403
    clerk.user_permissions.add(Permission.objects.get(codename="add_decision"))
    assert client.get(reverse(name)).status_code in (200, 405)


def test_page_takes_the_same_number_of_queries_however_long_the_queue(admin_client):
    counts = []
    for confidence in (0.5, 0.4, 0.3):
        make_printed(confidence)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(reverse("review"))
        counts.append(len(queries))

    assert counts[0] == counts[2]
