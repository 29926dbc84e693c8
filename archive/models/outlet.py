"""Publications and where their news is announced."""

from datetime import timedelta

from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.history import PersonsHistory, TrackedManager

from .scheduled import Scheduled, ScheduledQuerySet

WORK = ["next_at", "lease_until", "attempts", "last_error", "etag", "last_modified", "collected_at"]
FASTEST, SLOWEST = timedelta(minutes=10), timedelta(days=1)


class Outlet(models.Model):
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)
    host = models.CharField(
        max_length=253,
        unique=True,
        help_text="Of its pages, without www., with a port if unusual: example.org",
    )
    homepage = models.URLField(max_length=2000, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1: GB")
    language = models.CharField(max_length=8, blank=True, help_text="ISO 639-1: en")
    description = models.TextField(blank=True)
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = TrackedManager()
    history = PersonsHistory()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class FeedQuerySet(ScheduledQuerySet):
    def active(self):
        return self.filter(active=True)

    def due(self):
        return super().due().active()


class Feed(Scheduled):
    class Kind(models.TextChoices):
        FEED = "feed", _("RSS, Atom or JSON feed")
        SITEMAP = "sitemap", _("News sitemap")
        SECTION = "section", _("Section page")

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="feeds")
    url = models.URLField(max_length=2000, unique=True)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.FEED)
    active = models.BooleanField(default=True)
    interval = models.DurationField(
        default=timedelta(hours=1), help_text="Between two visits; adapts to how often it has news."
    )
    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    collected_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = FeedQuerySet.as_manager()
    history = PersonsHistory(excluded_fields=WORK)

    class Meta:
        ordering = ["outlet__name", "url"]
        indexes = [models.Index(fields=["active", "next_at"], name="feed_due")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["feed", "sitemap", "section"]), name="feed_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.url

    def failed(self, reason: str, *, final: bool = False, wait: timedelta = timedelta()) -> None:
        """As every scheduled row, but never given up: an outlet that is away for a week comes back."""
        super().failed(reason, final=final, wait=wait)
        if self.next_at is None:
            self.next_at = timezone.now() + max(wait, SLOWEST)

    def adapt(self, *, has_news: bool) -> None:
        """Visit twice as often while there is news, and less often while there is none."""
        faster, slower = self.interval / 2, self.interval * 1.5
        self.interval = min(max(faster if has_news else slower, FASTEST), SLOWEST)
