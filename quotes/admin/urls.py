"""Addresses of the curators' pages that are no rows of a model; they come before the admin's own."""

from django.urls import path

from quotes.views.review import bulk_page, decide_page, found_speakers, review_page, undo_page

from .dashboard import dashboard
from .discovery import discover_page
from .sources import add_page, check_now, collect_now, dismiss_alarm, export_sources, set_active, sources_page
from .two_factor import two_factor

urlpatterns = [
    path("review/", review_page, name="review"),
    path("review/decide", decide_page, name="review-decide"),
    path("review/undo", undo_page, name="review-undo"),
    path("review/speakers", found_speakers, name="review-speakers"),
    path("review/bulk", bulk_page, name="review-bulk"),
    path("two-factor/", two_factor, name="two-factor"),
    path("dashboard/", dashboard, name="admin-dashboard"),
    path("sources/", sources_page, name="admin-sources"),
    path("sources/add/", add_page, name="admin-add-sources"),
    path("sources/discover/", discover_page, name="admin-discover-sources"),
    path("sources/check/", check_now, name="admin-check-sources"),
    path("sources/sources.opml", export_sources, {"suffix": "opml"}, name="admin-sources-opml"),
    path("sources/sources.csv", export_sources, {"suffix": "csv"}, name="admin-sources-csv"),
    path("sources/<id:pk>/collect/", collect_now, name="admin-collect-source"),
    path("sources/<id:pk>/pause/", set_active, {"active": False}, name="admin-pause-source"),
    path("sources/<id:pk>/resume/", set_active, {"active": True}, name="admin-resume-source"),
    path("alarms/<id:pk>/dismiss/", dismiss_alarm, name="admin-dismiss-alarm"),
]
