"""Who may do what: each role against each action."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from archive.models import Feed
from quotes.access import last_told, make_roles
from quotes.decisions import seen_of
from quotes.models import Change, Decision, Fingerprint, Occurrence, ReviewItem
from quotes.withdrawal import withdraw
from tests.quotes.rows import NOW, make_occurrence, make_speaker

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
            user = django_user_model.objects.create_user(role)
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


def decides_on_many(client, printed):
    return client.post(reverse("review-bulk"), {"seen": str(seen_of(printed)), "kind": "confirm"})


def sees_the_dashboard(client, printed):
    return client.get(reverse("admin-dashboard"))


def withdraws(client, printed):
    return client.post(page("quotes_quote", "withdraw", printed.quote_id), {"reason": "It was made up."})


def restores(client, printed):
    withdraw(printed.quote, "It was made up.")
    return client.post(page("quotes_quote", "restore", printed.quote_id), {})


def ungroups(client, printed):
    return client.get(page("quotes_quote", "ungroup", printed.quote_id))


def groups_quotes(client, printed):
    return client.get(page("quotes_quote", "group"), {"id": printed.quote_id})


def merges_speakers(client, printed):
    return client.get(
        page("quotes_speaker", "merge"), {"id": [printed.speaker_id, make_speaker("A. Osei").pk]}
    )


def splits_a_speaker(client, printed):
    return client.get(page("quotes_speaker", "split", printed.speaker_id))


def imports_speakers(client, printed):
    return client.get(page("quotes_speaker", "import"))


def imports_corrections(client, printed):
    return client.get(page("quotes_quote", "import"))


def adds_sources(client, printed):
    return client.get(reverse("admin-add-sources"))


def adds_an_occasion(client, printed):
    return client.get(page("quotes_occasion", "add"))


MATRIX = {
    looks: STAFF,
    decides: STAFF,
    decides_on_many: STAFF,
    sees_the_dashboard: STAFF,
    withdraws: STAFF[1:],
    restores: STAFF[1:],
    ungroups: STAFF[1:],
    groups_quotes: STAFF[1:],
    merges_speakers: STAFF[1:],
    splits_a_speaker: STAFF[1:],
    imports_speakers: STAFF[1:],
    imports_corrections: STAFF[1:],
    adds_sources: STAFF[1:],
    adds_an_occasion: STAFF[1:],
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


def staff(user) -> bool:
    user.refresh_from_db()
    return user.is_staff


@pytest.mark.parametrize("role", ROLES[1:])
def test_role_of_a_curator_makes_staff_until_it_is_taken(role, signed_in, django_user_model):
    user, group = django_user_model.objects.create_user("amara"), Group.objects.get(name=role)

    user.groups.add(group)
    assert (user.is_staff, staff(user)) == (role in STAFF, role in STAFF)
    user.groups.remove(group)
    assert staff(user) is False
    group.user_set.add(user)
    assert staff(user) == (role in STAFF)
    group.user_set.remove(user)
    assert staff(user) is False


def test_one_of_two_roles_taken_leaves_staff_and_superusers_stay_what_they_are(signed_in, django_user_model):
    user, owner = (
        django_user_model.objects.create_user("amara"),
        django_user_model.objects.create_superuser("o"),
    )
    reviewer, editor = Group.objects.get(name="Reviewer"), Group.objects.get(name="Editor")
    for each in (user, owner):
        each.groups.set([reviewer, editor])
        each.groups.remove(editor)
    assert (staff(user), staff(owner)) == (True, True)
    for each in (user, owner):
        each.groups.set([])
    assert (staff(user), staff(owner)) == (False, True)


ENDS = {
    "account cleared": lambda user, group: user.groups.clear(),
    "account set anew": lambda user, group: user.groups.set([], clear=True),
    "group cleared": lambda user, group: group.user_set.clear(),
    "group deleted": lambda user, group: group.delete(),
    "groups deleted": lambda user, group: Group.objects.filter(pk=group.pk).delete(),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_role_that_ends_for_all_ends_staff_but_for_who_has_another(end, signed_in, django_user_model):
    group, other = Group.objects.get(name="Editor"), Group.objects.get(name="Reviewer")
    both, one = (django_user_model.objects.create_user(name) for name in ("both", "one"))
    both.groups.add(group, other)
    one.groups.add(group)

    end(one, group)

    assert (staff(one), staff(both)) == (False, True)


def test_form_of_an_account_makes_staff_of_who_gets_a_role(signed_in, admin_client, django_user_model):
    user = django_user_model.objects.create_user("amara")
    form = admin_client.get(page("auth_user", "change", user.pk)).context["adminform"].form
    sent = {name: value for name, value in form.initial.items() if value is not None and value is not False}
    sent |= {"date_joined_0": "2026-01-01", "date_joined_1": "09:00", "user_permissions": []}

    admin_client.post(
        page("auth_user", "change", user.pk), sent | {"groups": [Group.objects.get(name="Reviewer").pk]}
    )

    assert staff(user) is True


def words_shown(client, printed) -> set[str]:
    """The pages, of those that show the quote or its text to curators, on which its words stand."""
    pages = {
        "public": printed.quote.get_absolute_url(),
        "article": reverse("article", args=[printed.article_id]),
        "quotes": page("quotes_quote", "changelist"),
        "quote": page("quotes_quote", "change", printed.quote_id),
        "history": page("quotes_quote", "history", printed.quote_id),
        "printings": page("quotes_occurrence", "changelist"),
        "reading": page("archive_reading", "change", printed.reading_id),
        "items": page("quotes_reviewitem", "changelist"),
        "decisions": page("quotes_decision", "changelist"),
        "changes": page("quotes_change", "changelist"),
        "fingerprints": page("quotes_fingerprint", "changelist"),
        "queue": f"{reverse('review')}?quote={printed.quote_id}",
    }
    return {
        name for name, url in pages.items() if printed.exact in client.get(url, follow=True).content.decode()
    }


SEEN_OF_WITHDRAWN = {
    "reader": set(),
    "Contributor": set(),
    "Reviewer": set(),
    "Editor": {
        "public",
        "article",
        "quotes",
        "quote",
        "history",
        "printings",
        "reading",
        "items",
        "decisions",
        "changes",
    },
}
SEEN_OF_WITHDRAWN["Editor"] |= {"fingerprints", "queue"}
SEEN_OF_WITHDRAWN["Administrator"] = SEEN_OF_WITHDRAWN["Editor"]


@pytest.mark.parametrize("role", ROLES)
def test_withdrawn_words_are_seen_by_who_may_restore_them_alone(role, signed_in, printed):
    ReviewItem.objects.create(occurrence=printed, reason="no speaker")
    Decision.objects.create(quote=printed.quote, kind="note")
    Change.objects.create(occurrence=printed, kind="removed", seen_at=NOW)
    Fingerprint.objects.create(quote=printed.quote, value=1)
    withdraw(printed.quote, "It was made up.")

    assert words_shown(signed_in(role), printed) == SEEN_OF_WITHDRAWN[role]


def test_staff_without_a_role_see_what_readers_see(client, django_user_model, printed):
    withdraw(printed.quote, "It was made up.")
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))

    assert client.get(printed.quote.get_absolute_url()).status_code == 410
    assert words_shown(client, printed) == set()
