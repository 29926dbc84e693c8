"""Wire copies: articles of several outlets that print one story. They count as one independent source."""

from django.db import models


class Story(models.Model):
    """What near-duplicate articles share."""

    class Meta:
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return f"story {self.pk}"


class Band(models.Model):
    """One band of the MinHash of an article's text: near-duplicates share at least one."""

    article = models.ForeignKey(
        "archive.Article",
        models.CASCADE,
        related_name="bands",
        db_index=False,  # the constraint has one
    )
    value = models.BigIntegerField(db_index=True, help_text="A digest of the band and its number.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "value"], name="band_once")]

    def __str__(self) -> str:
        return f"{self.value:x}"
