"""Who may do what: each role against each action."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from archive.models import Feed
from quotes.access import last_told, make_roles
from quotes.decisions import seen_of
from quotes.models import Occurrence
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db

ROLES = ["reader", "Contributor", "Reviewer", "Editor", "Administrator"]
STAFF = ["Reviewer", "Editor", "Administrator"]


def page(model, name, *args):
    return reverse(f"admin:{model}_{name}", args=args)


@pytest.fixture
def printed():
    return make_occurrence(speaker=make_speaker())


@pytest.fixture
def signed_in(client, django_user_model):
    """A browser with an account of this role; readers have none."""
    make_roles(last_told())  # tests that empty the database take them along

    def sign_in(role):
        if role != "reader":
            user = django_user_model.objects.create_user(role, is_staff=role in STAFF)
            user.groups.add(Group.objects.get(name=role))
            client.force_login(user)
        return client

    return sign_in


def looks(client, printed):
    return client.get(page("quotes_quote", "changelist"))


def decides(client, printed):
    return client.post(reverse("review-decide"), {"seen": str(seen_of(printed)), "kind": "confirm"})


def changes_a_quote(client, printed):
    return client.post(page("quotes_quote", "change", printed.quote_id), {})


def changes_an_occurrence(client, printed):
    return client.post(page("quotes_occurrence", "change", printed.pk), {})


def changes_a_speaker(client, printed):
    return client.post(page("quotes_speaker", "change", printed.speaker_id), {})


def adds_a_feed(client, printed):
    return client.get(page("archive_feed", "add"))


def deletes_a_feed(client, printed):
    feed = Feed.objects.create(outlet=printed.article.outlet, url="https://gazette.example/feed")
    return client.get(page("archive_feed", "delete", feed.pk))


def changes_an_article(client, printed):
    return client.post(page("archive_article", "change", printed.article_id), {})


def reverts(client, printed):
    return client.post(page("quotes_speaker", "history", printed.speaker_id), {"to": "x:0"})


def gives_accounts(client, printed):
    return client.get(page("auth_user", "add"))


MATRIX = {
    looks: STAFF,
    decides: STAFF,
    changes_a_quote: STAFF[1:],
    changes_an_occurrence: STAFF[1:],
    changes_a_speaker: STAFF[1:],
    changes_an_article: STAFF[1:],
    adds_a_feed: STAFF[1:],
    deletes_a_feed: STAFF[1:],
    reverts: STAFF[1:],
    gives_accounts: STAFF[2:],
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", MATRIX, ids=lambda action: action.__name__)
def test_role_may_do_what_it_is_for_and_no_more(action, role, signed_in, printed):
    answer = action(signed_in(role), printed)

    refused = answer.status_code == 403 or reverse("admin:login") in answer.get("Location", "")
    assert refused == (role not in MATRIX[action])


@pytest.mark.parametrize(("role", "adds"), [("reader", False), ("Contributor", False), ("Reviewer", True)])
def test_reviewers_add_and_others_suggest(role, adds, signed_in):
    form = signed_in(role).get(reverse("add")).context["form"]

    assert ("file" in form.fields) == adds


def test_contributor_reports_under_their_name(signed_in, printed):
    signed_in("Contributor").post(reverse("report", args=[printed.quote_id]), {"note": "She said no."})

    item = printed.quote.review_items.get()
    assert item.reporter == "Contributor"


def test_refused_decision_changes_nothing(signed_in, printed):
    decides(signed_in("Contributor"), printed)

    assert Occurrence.objects.get().review == "unreviewed"


def test_migrate_makes_the_roles():
    Group.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(ROLES[1:])
