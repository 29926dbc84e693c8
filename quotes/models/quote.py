"""One utterance, however often it was printed."""

from typing import Self

from django.db import models
from django.db.models.functions import Now
from django.utils.text import Truncator, slugify
from django.utils.translation import gettext_lazy as _

from archive.history import PersonsHistory, TrackedQuerySet
from quotes.routes import address

from .occasion import Occasion
from .speaker import Speaker


class QuoteQuerySet(TrackedQuerySet):
    def public(self) -> Self:
        """What everybody may see; indirect speech only where a page asks for it."""
        return self.exclude(status__in=Quote.HIDDEN_STATUSES).exclude(kind__in=Quote.HIDDEN_KINDS)

    def public_with_indirect(self) -> Self:
        return self.exclude(status__in=Quote.HIDDEN_STATUSES).exclude(kind=Quote.Kind.UNATTRIBUTED)

    def to_review(self) -> Self:
        """The review queue: what would do most harm if it were wrong comes first."""
        return self.filter(harm__gt=0).order_by("-harm", "id")

    def visible_to(self, user) -> Self:
        """What is public; for curators what is hidden too, and for who may restore it what is withdrawn."""
        if not user.has_perm("quotes.view_quote"):
            return self.public_with_indirect()
        return self.unless_withdrawn_from(user)

    def unless_withdrawn_from(self, user) -> Self:
        """Without what is withdrawn, unless this user may restore it."""
        return self.all() if may_see_withdrawn(user) else self.exclude(status=Quote.Status.WITHDRAWN)


def may_see_withdrawn(user) -> bool:
    """Those who may withdraw a quote, and restore it."""
    return user.has_perm("quotes.change_quote")


class Quote(models.Model):
    class Kind(models.TextChoices):
        DIRECT = "direct", _("direct quote")
        MIXED = "mixed", _("fragment")
        INDIRECT = "indirect", _("indirect speech")
        UNATTRIBUTED = "unattributed", _("not speech")

    class Status(models.TextChoices):
        UNREVIEWED = "unreviewed", _("not yet reviewed")
        CONFIRMED = "confirmed", _("confirmed")
        DISPUTED = "disputed", _("disputed")
        MISATTRIBUTED = "misattributed", _("misattributed")
        CORRECTED = "corrected", _("corrected")
        REJECTED = "rejected", _("rejected")
        WITHDRAWN = "withdrawn", _("withdrawn")

    HIDDEN_STATUSES = (Status.REJECTED, Status.WITHDRAWN)
    EXPLAINED_STATUSES = (Status.DISPUTED, Status.MISATTRIBUTED, Status.CORRECTED, Status.WITHDRAWN)
    HIDDEN_KINDS = (Kind.UNATTRIBUTED, Kind.INDIRECT)

    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        help_text="Empty: nobody can tell.",
    )
    text = models.TextField(help_text="As the first occurrence prints it.")
    kind = models.CharField(max_length=12, choices=Kind)
    status = models.CharField(max_length=13, choices=Status, default=Status.UNREVIEWED)
    reason = models.TextField(
        blank=True, help_text="Shown to readers: why it is disputed, corrected or withdrawn."
    )
    occasion = models.ForeignKey(
        Occasion,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes",
        help_text="Where it was said.",
    )
    language = models.CharField(max_length=8, blank=True)
    first_seen = models.DateTimeField(
        null=True, blank=True, help_text="Earliest publication of an occurrence."
    )
    last_seen = models.DateTimeField(null=True, blank=True, help_text="Latest publication of an occurrence.")
    sources = models.PositiveIntegerField(default=0, help_text="Independent ones: wire copies count once.")
    confidence = models.FloatField(default=0, help_text="Of its surest occurrence, 0 to 1.")
    harm = models.FloatField(
        default=0, editable=False, help_text="Where it stands in the review queue; 0: not there."
    )
    reports = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="Open ones, of readers and of changed sources."
    )
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    locked = models.JSONField(
        default=list, blank=True, editable=False, help_text="Fields that a person has set."
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    objects = QuoteQuerySet.as_manager()
    history = PersonsHistory(excluded_fields=["updated_at", "harm", "reports"])

    class Meta:
        ordering = ["-last_seen", "-id"]
        indexes = [
            models.Index(fields=["speaker", "-last_seen"], name="quote_speaker_newest"),
            models.Index(fields=["-last_seen", "-id"], name="quote_newest"),
            models.Index(fields=["created_at", "status", "kind", "merged_into"], name="quote_added"),
            models.Index(fields=["status", "confidence"], name="quote_review"),
            models.Index(
                fields=["-harm", "id", "created_at"], condition=models.Q(harm__gt=0), name="quote_queue"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["direct", "mixed", "indirect", "unattributed"]),
                name="quote_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    status__in=[
                        "unreviewed",
                        "confirmed",
                        "disputed",
                        "misattributed",
                        "corrected",
                        "rejected",
                        "withdrawn",
                    ]
                ),
                name="quote_status",
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="quote_has_text"),
            models.CheckConstraint(condition=models.Q(confidence__range=(0, 1)), name="quote_confidence"),
        ]

    def __str__(self) -> str:
        return Truncator(self.text).words(12)

    def get_absolute_url(self) -> str:
        return address("quote", self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slugify(" ".join(self.text.split()[:8]))[:80] or "quote"

    @property
    def standing(self) -> "Quote":
        """This quote, or the one that it was merged into."""
        quote = self
        while quote.merged_into is not None:
            quote = quote.merged_into
        return quote

    @property
    def is_explained(self) -> bool:
        """Does the page tell at once that something is wrong with it, and why?"""
        return self.status in self.EXPLAINED_STATUSES

    @property
    def is_public(self) -> bool:
        return self.status not in self.HIDDEN_STATUSES and self.kind not in self.HIDDEN_KINDS


class Fingerprint(models.Model):
    """A winnowed shingle of a quote's words under its speaker: how quotes of like words find each other."""

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="fingerprints")
    value = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["quote", "value"], name="fingerprint_once")]

    def __str__(self) -> str:
        return f"{self.value} of {self.quote}"
