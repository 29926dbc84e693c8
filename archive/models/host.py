"""Web servers that the archive visits, and how politely."""

from django.db import models
from django.utils import timezone

from archive.history import PersonsHistory, TrackedManager


class Host(models.Model):
    """One row a host: no two requests at once to it, however many workers there are."""

    name = models.CharField(max_length=260, unique=True, help_text="host, or host:port")
    next_at = models.DateTimeField(default=timezone.now, help_text="No request before.")
    lease_until = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="A worker has its turn until then at the latest."
    )
    delay = models.FloatField(default=1.0, help_text="Seconds between two requests.")
    failures = models.PositiveIntegerField(default=0, help_text="In a row.")
    robots = models.TextField(blank=True, help_text="Its robots.txt.")
    robots_at = models.DateTimeField(null=True, blank=True)

    objects = TrackedManager()
    history = PersonsHistory(excluded_fields=["next_at", "lease_until", "failures", "robots", "robots_at"])

    class Meta:
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=models.Q(delay__gte=0), name="host_delay")]

    def __str__(self) -> str:
        return self.name
