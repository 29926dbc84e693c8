"""The one queue for doubts: of the engine, about changed sources, and of readers."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from archive.history import PersonsHistory, TrackedQuerySet
from archive.models import Article

from .occurrence import Occurrence
from .quote import Quote
from .speaker import Speaker


class ReviewItemQuerySet(TrackedQuerySet):
    def open(self):
        return self.filter(state=ReviewItem.State.OPEN)

    def about(self, quote_ids: Iterable[int]):
        """Those about these quotes or their printings, which are named: a join would read all items."""
        ids = list(quote_ids)
        printed = list(Occurrence.objects.filter(quote__in=ids).order_by().values_list("pk", flat=True))
        return self.filter(models.Q(quote__in=ids) | models.Q(occurrence__in=printed))


class ReviewItem(models.Model):
    class State(models.TextChoices):
        OPEN = "open", _("open")
        DONE = "done", _("done")
        DISMISSED = "dismissed", _("dismissed")

    quote = models.ForeignKey(Quote, models.CASCADE, null=True, blank=True, related_name="review_items")
    occurrence = models.ForeignKey(
        Occurrence, models.CASCADE, null=True, blank=True, related_name="review_items"
    )
    speaker = models.ForeignKey(Speaker, models.CASCADE, null=True, blank=True, related_name="review_items")
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="review_items")
    reason = models.CharField(
        max_length=60, help_text="One word or two: close runner-up, unclosed mark, same name."
    )
    note = models.TextField(blank=True)
    reporter = models.CharField(
        max_length=200, blank=True, help_text="Engine, archive, or a reader's address."
    )
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = ReviewItemQuerySet.as_manager()
    history = PersonsHistory()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "-id"], name="review_queue")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "done", "dismissed"]), name="review_item_state"
            ),
            models.CheckConstraint(
                condition=models.Q(quote__isnull=False)
                | models.Q(occurrence__isnull=False)
                | models.Q(speaker__isnull=False)
                | models.Q(article__isnull=False),
                name="review_item_has_subject",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.subject}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def subject(self):
        return self.occurrence or self.quote or self.speaker or self.article
