"""A quote in one article: where its words stand, and the evidence for who said them."""

from django.db import models
from django.db.models.functions import Now
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from archive.history import PersonsHistory, TrackedQuerySet
from archive.models import Article, Reading
from quotes.errors import VerbatimError
from quotes.routes import address

from .quote import Quote
from .speaker import Speaker

VERBATIM_FIELDS = {"reading", "reading_id", "segments", "start", "end", "exact"}


class OccurrenceQuerySet(TrackedQuerySet):
    """Its bulk methods keep the promise of ``Occurrence.save``: only verbatim words are stored."""

    def bulk_create(self, objs, *args, **kwargs):
        objs = list(objs)
        for occurrence in objs:
            occurrence.check_verbatim()
        return super().bulk_create(objs, *args, **kwargs)

    def update(self, **kwargs):
        if VERBATIM_FIELDS & kwargs.keys():
            raise TypeError(
                "Words and offsets change through save() only, which checks that they are verbatim."
            )
        return super().update(**kwargs)

    def for_lists(self):
        """With what a row of a list shows, in one query."""
        return self.select_related("article__outlet", "quote__speaker")

    def by_date(self):
        """The earliest first, those without a date last (databases differ in where NULL stands)."""
        dated = models.F("article__published").asc(nulls_last=True)
        return self.order_by(dated, "article_id", "start")


class Occurrence(models.Model):
    class Review(models.TextChoices):
        UNREVIEWED = "unreviewed", _("not yet reviewed")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")

    quote = models.ForeignKey(Quote, models.PROTECT, related_name="occurrences")
    article = models.ForeignKey(Article, models.PROTECT, related_name="occurrences")
    reading = models.ForeignKey(Reading, models.PROTECT, related_name="occurrences")
    segments = models.JSONField(
        help_text="[[start, end], ...]: characters of the reading's text, inside the marks."
    )
    start = models.PositiveIntegerField(help_text="Of the first segment.")
    end = models.PositiveIntegerField(help_text="Of the last segment.")
    exact = models.TextField(help_text="The segments joined by one space.")
    prefix = models.CharField(max_length=64, blank=True, help_text="What stands before it.")
    suffix = models.CharField(max_length=64, blank=True, help_text="What stands after it.")
    before = models.TextField(blank=True, help_text="Context.")
    after = models.TextField(blank=True, help_text="Context.")
    repeats = models.JSONField(
        default=list, blank=True, help_text="Other places of the article with these words, each as segments."
    )
    kind = models.CharField(max_length=12, choices=Quote.Kind)
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="occurrences",
        help_text="As resolved in this article.",
    )
    speaker_name = models.CharField(
        max_length=300, blank=True, help_text="The fullest that the article gives."
    )
    evidence = models.JSONField(
        default=dict,
        blank=True,
        help_text="mention, cue, role, occasion, place, said_on: {start, end, text} each.",
    )
    on_behalf_of = models.CharField(max_length=300, blank=True)
    reported_by = models.CharField(max_length=300, blank=True)
    candidates = models.JSONField(default=list, blank=True, help_text="[{speaker, score}, ...]")
    confidence = models.FloatField(help_text="Chance (0 to 1) that the speaker is right.")
    method = models.CharField(max_length=60, blank=True)
    engine = models.CharField(max_length=60)
    engine_version = models.CharField(max_length=20)
    reasons = models.JSONField(default=list, blank=True, help_text="Why a person should look at it.")
    review = models.CharField(max_length=10, choices=Review, default=Review.UNREVIEWED)
    locked = models.JSONField(
        default=list, blank=True, editable=False, help_text="Fields that a person has set."
    )
    removed_at = models.DateTimeField(
        null=True, blank=True, help_text="When the article was first seen without it."
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = OccurrenceQuerySet.as_manager()
    history = PersonsHistory()

    class Meta:
        ordering = ["article", "start"]
        indexes = [
            models.Index(fields=["quote", "article"], name="occurrence_quote"),
            models.Index(fields=["review", "confidence"], name="occurrence_review"),
            models.Index(
                fields=["method", "article", "review", "locked"],
                condition=~models.Q(review="unreviewed"),
                name="occurrence_decided",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["reading", "start", "end"], name="occurrence_once"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="occurrence_offsets"),
            models.CheckConstraint(condition=~models.Q(exact=""), name="occurrence_has_words"),
            models.CheckConstraint(
                condition=models.Q(confidence__range=(0, 1)), name="occurrence_confidence"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["direct", "mixed", "indirect", "unattributed"]),
                name="occurrence_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(review__in=["unreviewed", "confirmed", "rejected"]),
                name="occurrence_review",
            ),
        ]

    def __str__(self) -> str:
        return Truncator(self.exact).words(12)

    def save(self, *args, **kwargs) -> None:
        """Refuse words that do not stand in the reading at these offsets: no code path may store them."""
        self.check_verbatim()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The passage in the archived text."""
        return f"{address('article', self.article_id)}#quote-{self.pk}"

    def check_verbatim(self) -> None:
        """Raises ``VerbatimError`` unless the segments' words are those of the reading, in rising order."""
        edges = [edge for segment in self.segments for edge in segment]
        words = " ".join(self.reading.text[start:end] for start, end in self.segments)
        rising = edges == sorted(edges) and edges[:1] == [self.start] and edges[-1:] == [self.end]
        if words != self.exact or not rising or self.reading.capture.article_id != self.article_id:
            raise VerbatimError(self)

    @property
    def shown_before(self) -> str:
        return self.article.masked(self.before)

    @property
    def shown_after(self) -> str:
        return self.article.masked(self.after)

    def evidence_text(self, name: str) -> str:
        return (self.evidence.get(name) or {}).get("text", "")
