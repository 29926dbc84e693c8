"""Feeds from a list become rows."""

import pytest

from archive.models import Feed, Outlet
from archive.subscriptions import Subscription, subscribe

pytestmark = pytest.mark.django_db
SLATE = Subscription("https://feeds.slate.example/a", "The Slate", "https://www.slate.example/", country="GB")


def test_subscribe_adds_feed_and_outlet_once(admin_user):
    assert [line.state for line in subscribe([SLATE, SLATE], admin_user)] == ["added", "known"]

    outlet = Outlet.objects.get()
    assert (outlet.name, outlet.host, outlet.country) == ("The Slate", "slate.example", "GB")
    assert Feed.objects.get().outlet == outlet


def test_subscribe_leaves_what_curators_have_set(admin_user):
    Outlet.objects.create(name="Slate", slug="slate", host="slate.example", country="IE")

    subscribe([SLATE], admin_user)

    assert list(Outlet.objects.values_list("name", "country")) == [("Slate", "IE")]


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (Subscription("javascript:alert(1)"), "must start with http"),
        (Subscription("https://slate.example/a", kind="podcast"), "podcast is no kind of source"),
        (Subscription("https://slate.example/a", homepage="slate"), "must start with http"),
    ],
)
def test_subscribe_says_what_is_wrong_and_goes_on(wanted, reason, admin_user):
    bad, good = subscribe([wanted, SLATE], admin_user)

    assert (bad.state, reason in bad.note, good.state) == ("failed", True, "added")
