"""The curators' dashboard and sources in a real browser: accessible, fit for a phone, by keyboard."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Page, expect

from archive.models import Alarm, Feed, Outlet
from quotes.models import Change, Occurrence
from tests.browser.test_pages import violations

pytestmark = pytest.mark.django_db(transaction=True)
PATHS = ["/admin/dashboard/", "/admin/sources/", "/admin/sources/add/", "/admin/sources/discover/"]
THEMES = ["light", "dark"]


@pytest.fixture
def feed(site) -> Feed:
    """One in trouble, in an archive where something has been decided and something has changed."""
    cache.clear()
    get_user_model().objects.create_superuser("ann", password="bridge over the ice")
    outlet = Outlet.objects.first()
    feed = Feed.objects.create(outlet=outlet, url=f"https://{outlet.host}/feed", last_error="Status 500.")
    Alarm.objects.create(outlet=outlet, feed=feed, kind="silent", detail="No news.", raised_at=timezone.now())
    occurrence = Occurrence.objects.filter(kind="direct").first()
    Occurrence.objects.filter(pk=occurrence.pk).update(review="confirmed")
    Change.objects.create(occurrence=occurrence, kind="removed", seen_at=timezone.now())
    return feed


def signed_in(site, path: str, **options) -> Page:
    page = site.open(f"/admin/login/?next={path}", **options)
    page.get_by_label("Username:").fill("ann")
    page.get_by_label("Password:").fill("bridge over the ice")
    page.keyboard.press("Enter")
    expect(page.locator(".workplace")).to_be_visible()
    return page


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("path", PATHS)
def test_workplaces_are_accessible(site, feed, path, theme):
    assert violations(signed_in(site, path, color_scheme=theme)) == []


@pytest.mark.parametrize("path", PATHS)
def test_workplaces_fit_a_phone(site, feed, path):
    page = signed_in(site, path, viewport={"width": 375, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") == 375


@pytest.mark.parametrize("path", PATHS)
def test_workplaces_complain_of_nothing(site, feed, path, complaints):
    page = signed_in(site, path)
    heard = complaints(page)

    page.reload()

    assert heard == []


def test_sources_are_paused_and_alarms_dismissed_by_keyboard(site, feed):
    page = signed_in(site, "/admin/sources/", java_script_enabled=False)

    page.get_by_role("button", name=f"Pause {feed.url}").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{feed.url} is paused.")).to_be_visible()
    page.get_by_role("button", name="Dismiss the alarm").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Dismissed, until it has ended and come back.")).to_be_visible()
    expect(page.get_by_text("No news.")).to_have_count(0)
