"""One canonical address of one publication, and what is known of the article there."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from archive.addresses import untracked
from archive.history import PersonsHistory
from archive.withheld import hides, masked

from .outlet import Feed, Outlet
from .scheduled import Scheduled, ScheduledQuerySet
from .topic import Topic
from .wire import Story


class ArticleQuerySet(ScheduledQuerySet):
    def read(self):
        return self.filter(state=Article.State.READ)

    def for_lists(self):
        """With what a row of a list shows."""
        return self.select_related("outlet")


class Article(Scheduled):
    class State(models.TextChoices):
        PENDING = "pending", _("to be fetched")
        READ = "read", _("read")
        FAILED = "failed", _("failed")
        GONE = "gone", _("source gone")

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="articles")
    feed = models.ForeignKey(Feed, models.SET_NULL, null=True, blank=True, related_name="articles")
    url = models.URLField(max_length=2000, help_text="As it was found.")
    url_key = models.CharField(
        max_length=2000,
        unique=True,
        editable=False,
        help_text="The address without what does not tell articles apart.",
    )
    canonical_key = models.CharField(
        max_length=2000,
        blank=True,
        default="",
        db_index=True,
        editable=False,
        help_text="Of the address that its page names as its own, where that is another.",
    )
    state = models.CharField(max_length=8, choices=State, default=State.PENDING)
    title = models.CharField(max_length=1000, blank=True)
    authors = models.JSONField(default=list, blank=True)
    published = models.DateTimeField(null=True, blank=True)
    modified = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=8, blank=True)
    section = models.CharField(max_length=200, blank=True)
    topics = models.ManyToManyField(Topic, related_name="articles", blank=True)
    story = models.ForeignKey(
        Story,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        help_text="Copies of one wire story share it.",
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: found in a feed or by command.",
    )
    locked = models.JSONField(
        default=list, blank=True, editable=False, help_text="Fields that a person has set."
    )
    announced = models.BooleanField(
        default=True, editable=False, help_text="Whoever listens has heard of its newest reading."
    )
    watched = models.BooleanField(
        default=True, help_text="Looked at again after an hour, a day, a week and a month, to notice changes."
    )
    withheld = models.JSONField(
        default=list, blank=True, editable=False, help_text="Passages that may not be shown, word for word."
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = ArticleQuerySet.as_manager()
    history = PersonsHistory(excluded_fields=[*Scheduled.SCHEDULE, "announced", "canonical_key"])

    class Meta:
        ordering = ["-published", "-id"]
        indexes = [
            models.Index(fields=["created_at", "state"], name="article_added"),
            models.Index(fields=["next_at"], name="article_due"),
            models.Index(fields=["outlet", "-published"], name="article_outlet_newest"),
            models.Index(fields=["-published", "-id"], name="article_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["pending", "read", "failed", "gone"]), name="article_state"
            ),
            models.CheckConstraint(condition=~models.Q(url_key=""), name="article_has_url_key"),
        ]

    def __str__(self) -> str:
        return self.shown_title or self.url

    @property
    def shown_title(self) -> str:
        return self.masked(self.title)

    def masked(self, text: str) -> str:
        """A text about this article as it may be shown: without what is withheld."""
        return masked(text, self.withheld) if self.withheld else text

    def hides(self, text: str) -> bool:
        return bool(self.withheld) and hides(text, self.withheld)

    @property
    def wayback_link(self) -> str:
        """All copies of the page in the Internet Archive; nothing where it has no web address."""
        return f"{settings.WAYBACK}/web/*/{untracked(self.link)}" if self.link else ""

    @property
    def newest_capture(self):
        """None where it was never fetched, as mostly while it is collected: that is told far sooner."""
        return self.captures.newest_first().first() if self.captures.exists() else None

    @property
    def latest_reading(self):
        """The reading that the archive shows: of the newest capture, by the newest scraper."""
        from .reading import Reading  # noqa: PLC0415 -- the models of one story name each other

        readings = Reading.objects.filter(capture__article=self).select_related("capture__article")
        return readings.newest_first().first()

    def shows(self, reading) -> bool:
        """Is this the latest reading?"""
        from .reading import Reading  # noqa: PLC0415 -- the models of one story name each other

        newest = Reading.objects.filter(capture__article=self).newest_first()
        return newest.values_list("pk", flat=True).first() == reading.pk

    @property
    def link(self) -> str:
        """The live address, or nothing where it is no web address: a link must never run a script."""
        return self.url if self.url.startswith(("http://", "https://")) else ""
