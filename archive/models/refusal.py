"""What one version of a scraper could not read: asked again in vain, until a newer one comes."""

from django.db import models
from django.db.models.functions import Now

from .capture import Capture


class Refusal(models.Model):
    capture = models.ForeignKey(Capture, models.CASCADE, related_name="refusals")
    scraper = models.CharField(max_length=100)
    scraper_version = models.CharField(max_length=20)
    reason = models.TextField()
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["capture", "scraper", "scraper_version"], name="refused_once"),
        ]

    def __str__(self) -> str:
        return self.reason
