"""Who speaks: people, organisations, and unnamed sources as described."""

from datetime import date, datetime

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from archive.history import PersonsHistory, TrackedQuerySet
from quotes.names import name_key
from quotes.routes import address


class SpeakerQuerySet(TrackedQuerySet):
    def standing(self):
        """Those that have not been merged into another."""
        return self.filter(merged_into=None)

    def named(self):
        return self.exclude(kind=Speaker.Kind.UNNAMED)


class Speaker(models.Model):
    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        UNNAMED = "unnamed", _("unnamed source")

    name = models.CharField(
        max_length=300, help_text="The fullest, without titles; an unnamed source as described."
    )
    slug = models.SlugField(max_length=320, unique=True, help_text="Its address; never changes.")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PERSON)
    description = models.CharField(max_length=500, blank=True)
    wikidata = models.CharField(
        "Wikidata id", max_length=20, unique=True, null=True, blank=True, help_text="Q42"
    )
    article = models.ForeignKey(
        "archive.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="Set for a bare surname or an unnamed source: whom it means is known in this article only.",
    )
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    locked = models.JSONField(
        default=list, blank=True, editable=False, help_text="Fields that a person has set."
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = SpeakerQuerySet.as_manager()
    history = PersonsHistory()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["name"], name="speaker_name")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["person", "organisation", "unnamed"]), name="speaker_kind"
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="speaker_has_name"),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="speaker_not_merged_into_itself"
            ),
            models.CheckConstraint(
                condition=models.Q(wikidata=None) | models.Q(wikidata__regex=r"^Q[1-9][0-9]*$"),
                name="speaker_wikidata",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="unnamed") | models.Q(article__isnull=False),
                name="speaker_unnamed_in_article",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("speaker", self.slug)

    @property
    def standing(self) -> "Speaker":
        """This speaker, or the one that it was merged into."""
        speaker = self
        while speaker.merged_into is not None:
            speaker = speaker.merged_into
        return speaker


class AliasQuerySet(TrackedQuerySet):
    def valid_on(self, day: date):
        """The names that were in use on this day."""
        begun = models.Q(valid_from=None) | models.Q(valid_from__lte=day)
        return self.filter(begun, models.Q(valid_until=None) | models.Q(valid_until__gte=day))


class Alias(models.Model):
    """A name that a speaker goes by, their own included."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)
    key = models.CharField(
        max_length=300, editable=False, db_index=True, help_text="The name as it is compared."
    )
    valid_from = models.DateField(null=True, blank=True, help_text="Empty: always.")
    valid_until = models.DateField(null=True, blank=True, help_text="Empty: until now.")

    objects = AliasQuerySet.as_manager()
    history = PersonsHistory()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(fields=["speaker", "key"], name="alias_once"),
            models.CheckConstraint(
                condition=models.Q(valid_from=None)
                | models.Q(valid_until=None)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="alias_dates",
                violation_error_message="The name cannot end before it begins.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        self.key = name_key(self.name)
        super().save(*args, **kwargs)


class PrintedRole(models.Model):
    """What an article called a speaker ("Meta's chief executive"), and when first and last."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="roles")
    text = models.CharField(max_length=300)
    first_printed = models.DateTimeField(null=True, blank=True)
    last_printed = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = [models.F("last_printed").desc(nulls_last=True), "text"]
        constraints = [models.UniqueConstraint(fields=["speaker", "text"], name="role_once")]

    def __str__(self) -> str:
        return self.text

    def widen(self, moment: datetime | None) -> bool:
        """Note that it was printed then; does that change the dates?"""
        dates = [date for date in (self.first_printed, self.last_printed, moment) if date]
        if not dates or (self.first_printed, self.last_printed) == (min(dates), max(dates)):
            return False
        self.first_printed, self.last_printed = min(dates), max(dates)
        return True
