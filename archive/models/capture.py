"""One fetch of an article, kept for ever as it came."""

from django.conf import settings
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .article import Article

COMMAND = "command"  # somebody at the archive's own machine, who gave no other name


class CaptureQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-fetched_at", "-id")

    def shown(self):
        """Those of articles in which no words are withheld."""
        return self.filter(article__withheld=[])


class Capture(models.Model):
    class Origin(models.TextChoices):
        FETCHED = "fetched", _("fetched by the archive")
        SUPPLIED = "supplied", _("supplied by a person")

    article = models.ForeignKey(Article, models.PROTECT, related_name="captures")
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.FETCHED)
    supplied_by = models.CharField(
        max_length=200, blank=True, help_text="Who handed in what the archive did not fetch itself."
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    url = models.CharField(max_length=2000, help_text="The final one, after redirects.")
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict, help_text="Of the response; names in lower case.")
    content_type = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(
        "SHA-256", max_length=64, help_text="Of the content, decoded from its transfer."
    )
    length = models.PositiveBigIntegerField(help_text="Bytes of the content.")
    warc = models.CharField(
        "WARC file", max_length=200, unique=True, help_text="Below the captures' directory."
    )
    record_id = models.CharField("WARC record", max_length=100, unique=True)
    fetched_at = models.DateTimeField()
    seen_at = models.DateTimeField(help_text="When the source last still had this very content.")

    objects = CaptureQuerySet.as_manager()

    class Meta:
        ordering = ["-fetched_at", "-id"]
        indexes = [
            models.Index(fields=["article", "-fetched_at"], name="capture_newest"),
            models.Index(fields=["fetched_at"], name="capture_fetched"),
            models.Index(fields=["sha256"], name="capture_digest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(origin__in=["fetched", "supplied"]), name="capture_origin"
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="capture_sha256"
            ),
            models.CheckConstraint(
                condition=models.Q(seen_at__gte=models.F("fetched_at")), name="capture_seen_after_fetched"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.url} ({localtime(self.fetched_at):%Y-%m-%d %H:%M})"

    @property
    def supplier(self) -> str:
        """Who handed it in, as readers are told."""
        return gettext("the archive’s own staff") if self.supplied_by == COMMAND else self.supplied_by

    @property
    def etag(self) -> str:
        return self.headers.get("etag", "")

    @property
    def last_modified(self) -> str:
        return self.headers.get("last-modified", "")
