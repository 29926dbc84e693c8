"""The health of a feed is data: one row a visit."""

from django.db import models
from django.utils.timezone import localtime

from .outlet import Feed


class Run(models.Model):
    feed = models.ForeignKey(Feed, models.CASCADE, related_name="runs")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    found = models.PositiveIntegerField(default=0, help_text="Addresses that the feed named.")
    new = models.PositiveIntegerField(default=0, help_text="Articles not known before.")
    fetched = models.PositiveIntegerField(default=0, help_text="Pages that their server gave.")
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    failures = models.JSONField(default=dict, blank=True, help_text="Their number by kind of error.")
    incomplete = models.PositiveIntegerField(default=0, help_text="Articles read without title or date.")
    missing = models.JSONField(
        default=dict, blank=True, help_text="Articles without a title, date or body, by what is missing."
    )
    error = models.TextField(blank=True, help_text="Why the feed itself could not be read.")

    class Meta:
        ordering = ["-started_at"]
        indexes = [
            models.Index(fields=["feed", "-started_at"], name="run_newest"),
            models.Index(fields=["-started_at", "-id"], name="run_latest"),
            models.Index(fields=["started_at"], condition=~models.Q(failures={}), name="run_failed"),
        ]

    def __str__(self) -> str:
        return f"{self.feed} at {localtime(self.started_at):%Y-%m-%d %H:%M}"
