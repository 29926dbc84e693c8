"""Every address of the admin against every role: who sees the page, and whose form it takes."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from archive.models import Alarm, Feed, Host, Topic
from quotes.access import last_told, make_roles
from quotes.admin.urls import urlpatterns as workplaces
from quotes.identities import merge_speakers
from quotes.models import Duplicate, Move, Occasion, Occurrence, ReviewItem
from tests.quotes.rows import NOW, make_occurrence, make_speaker

pytestmark = pytest.mark.django_db

READER, CONTRIBUTOR, REVIEWER, EDITOR, ADMINISTRATOR = ROLES = [
    "reader",
    "Contributor",
    "Reviewer",
    "Editor",
    "Administrator",
]
NOBODY = "nobody"
RANK = {role: rank for rank, role in enumerate([*ROLES, NOBODY])}

EVIDENCE = (REVIEWER, NOBODY, NOBODY, NOBODY)
ACCOUNTS = (ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR)
LOGS = (ADMINISTRATOR, NOBODY, ADMINISTRATOR, ADMINISTRATOR)
MACHINERY = (NOBODY, NOBODY, NOBODY, NOBODY)
MODELS = {  # the least role that sees, adds, changes, deletes the rows
    "archive_outlet": (REVIEWER, EDITOR, EDITOR, EDITOR),
    "archive_feed": (REVIEWER, EDITOR, EDITOR, EDITOR),
    "quotes_occasion": (REVIEWER, EDITOR, EDITOR, EDITOR),
    "archive_article": (REVIEWER, REVIEWER, EDITOR, ADMINISTRATOR),
    "archive_host": (REVIEWER, ADMINISTRATOR, EDITOR, ADMINISTRATOR),
    "archive_topic": (REVIEWER, ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR),
    "quotes_quote": (REVIEWER, NOBODY, EDITOR, ADMINISTRATOR),
    "quotes_occurrence": (REVIEWER, NOBODY, EDITOR, ADMINISTRATOR),
    "quotes_speaker": (REVIEWER, NOBODY, EDITOR, ADMINISTRATOR),
    "quotes_reviewitem": (REVIEWER, REVIEWER, REVIEWER, ADMINISTRATOR),
    **dict.fromkeys(["archive_capture", "archive_reading", "archive_run", "archive_address"], EVIDENCE),
    **dict.fromkeys(["archive_story", "archive_band", "archive_alarm", "quotes_change"], EVIDENCE),
    **dict.fromkeys(["archive_snapshot", "archive_refusal"], EVIDENCE),
    **dict.fromkeys(["quotes_duplicate", "quotes_move", "quotes_extraction", "quotes_fingerprint"], EVIDENCE),
    **dict.fromkeys(["quotes_indexchange", "quotes_harvest", "quotes_decision"], EVIDENCE),
    **dict.fromkeys(["auth_user", "auth_group", "otp_totp_totpdevice", "otp_static_staticdevice"], ACCOUNTS),
    **dict.fromkeys(["axes_accessattempt", "axes_accesslog", "axes_accessfailurelog"], LOGS),
    **dict.fromkeys(
        ["django_q_schedule", "django_q_success", "django_q_failure", "django_q_ormq"], MACHINERY
    ),
}
REVERTED = {  # whose history is a form: the way back
    *("archive_outlet", "archive_feed", "archive_article", "archive_host", "quotes_occasion"),
    *("quotes_quote", "quotes_occurrence", "quotes_speaker", "quotes_reviewitem"),
}
PAGES = {  # the least role that sees the page, and whose form it takes
    **dict.fromkeys(["index", "jsi18n", "password_change"], (REVIEWER, REVIEWER)),
    **dict.fromkeys(["password_change_done", "app_list", "view_on_site"], (REVIEWER, REVIEWER)),
    "login": (READER, READER),
    "two-factor": (REVIEWER, REVIEWER),
    **dict.fromkeys(["review", "review-decide", "review-undo", "review-speakers"], (REVIEWER, REVIEWER)),
    "review-bulk": (REVIEWER, REVIEWER),
    "admin-dashboard": (REVIEWER, REVIEWER),
    **dict.fromkeys(["admin-sources", "admin-sources-opml", "admin-sources-csv"], (REVIEWER, REVIEWER)),
    **dict.fromkeys(["admin-add-sources", "admin-check-sources", "admin-collect-source"], (EDITOR, EDITOR)),
    "admin-discover-sources": (EDITOR, EDITOR),
    **dict.fromkeys(["admin-pause-source", "admin-resume-source"], (EDITOR, EDITOR)),
    "admin-dismiss-alarm": (EDITOR, EDITOR),
    **dict.fromkeys(["archive_outlet_export", "quotes_quote_export"], (REVIEWER, REVIEWER)),
    "quotes_speaker_export": (REVIEWER, REVIEWER),
    **dict.fromkeys(["archive_outlet_import", "archive_outlet_process_import"], (EDITOR, EDITOR)),
    **dict.fromkeys(["quotes_quote_import", "quotes_quote_process_import"], (EDITOR, EDITOR)),
    **dict.fromkeys(["quotes_speaker_import", "quotes_speaker_process_import"], (EDITOR, EDITOR)),
    **dict.fromkeys(["quotes_speaker_merge", "quotes_speaker_split"], (EDITOR, EDITOR)),
    "quotes_speaker_wikidata": (EDITOR, EDITOR),
    **dict.fromkeys(["quotes_quote_group", "quotes_quote_ungroup"], (EDITOR, EDITOR)),
    **dict.fromkeys(["quotes_quote_withdraw", "quotes_quote_restore"], (EDITOR, EDITOR)),
    "quotes_duplicate_look": (EDITOR, EDITOR),
    "quotes_move_undo": (EDITOR, EDITOR),
    "auth_user_password_change": (ADMINISTRATOR, ADMINISTRATOR),
    **dict.fromkeys(["otp_totp_totpdevice_config", "otp_totp_totpdevice_qrcode"], (ADMINISTRATOR,) * 2),
}
LEFT_OUT = {"logout", "autocomplete", None}  # signs out; needs a field; for what is no page
OF_OTHERS = re.compile("(auth|axes|otp|django_q)_.*_history")  # no row there: sent to the first page
PARAMETER = re.compile(r"<(?:\w+:)?\w+>")


def least() -> dict[str, tuple[str, str]]:
    """The least role for each address, to get it and to post to it."""
    expected = dict(PAGES)
    for model, (sees, adds, changes, deletes) in MODELS.items():
        expected |= {
            f"{model}_changelist": (sees, sees),
            f"{model}_history": (sees, changes if model in REVERTED else sees),
            f"{model}_add": (adds, adds),
            f"{model}_change": (sees, changes),
            f"{model}_delete": (deletes, deletes),
            **({f"{model}_deleted": (sees, sees)} if model in REVERTED else {}),
        }
    return {name: pair for name, pair in expected.items() if not OF_OTHERS.fullmatch(name)}


def addresses() -> dict[str, str]:
    """Every named address of the admin, of rows that there are."""
    routes = [each for pattern in [*workplaces, *admin.site.get_urls()] for each in flat(pattern)]
    return {
        name: "/admin/" + PARAMETER.sub(key_for(route), route)
        for route, name in routes
        if name not in LEFT_OUT and not OF_OTHERS.fullmatch(name)
    }


def flat(pattern, before=""):
    route = before + str(pattern.pattern)
    if not hasattr(pattern, "url_patterns"):
        return [(route, getattr(pattern, "name", None))]
    return [each for inner in pattern.url_patterns for each in flat(inner, route)]


def key_for(route: str) -> str:
    """Of a row of the model that the address is about."""
    app, model, *_ = [*route.split("/"), ""]
    rows = {"sources": Feed, "alarms": Alarm}.get(app) or apps.all_models.get(app, {}).get(model)
    row = rows.objects.first() if rows else None
    return str(row.pk) if row else "1"


@pytest.fixture
def rows(django_user_model):
    """One row at least of what has pages of its own."""
    make_roles(last_told())
    TOTPDevice.objects.create(user=django_user_model.objects.create_user("somebody"), name="phone")
    printed = make_occurrence(speaker=make_speaker())
    outlet = printed.article.outlet
    feed = Feed.objects.create(outlet=outlet, url="http://127.0.0.1:9/feed")
    Alarm.objects.create(outlet=outlet, feed=feed, kind="silent", detail="No news.", raised_at=NOW)
    merge_speakers(make_speaker("A. Osei"), printed.speaker)
    Duplicate.objects.create(
        first=make_speaker("Bo Chen"), second=make_speaker("B. Chen"), score=95, evidence=[]
    )
    Occasion.objects.create(name="Harbour meeting")
    ReviewItem.objects.create(quote=printed.quote, reason="close runner-up")
    Host.objects.create(name="gazette.example")
    Topic.objects.create(name="Ferries", slug="ferries")


def is_open(answer) -> bool | None:
    """None where there is no such page, or no form to send."""
    if answer.status_code in (404, 405):
        return None
    asked_to_sign_in = reverse("admin:login") in answer.get("Location", "")
    return answer.status_code != 403 and not asked_to_sign_in


def differ(found: tuple, expected: tuple) -> bool:
    return any(one not in (None, other) for one, other in zip(found, expected, strict=True))


def test_table_names_every_address_of_the_admin(rows):
    assert sorted(addresses()) == sorted(least())


@pytest.mark.parametrize("role", ROLES)
def test_role_opens_the_addresses_of_the_table(role, rows, client, django_user_model):
    if role != READER:
        user = django_user_model.objects.create_user(role)
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
    client.raise_request_exception = False
    expected = {name: tuple(RANK[role] >= RANK[each] for each in pair) for name, pair in least().items()}

    found = {name: (is_open(client.get(url)), is_open(client.post(url))) for name, url in addresses().items()}

    assert {name: found[name] for name in found if differ(found[name], expected[name])} == {}
    assert (Move.objects.count(), Occurrence.objects.count()) == (1, 1)
