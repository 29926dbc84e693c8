"""That an engine has read a reading: what has no such row is still to be done."""

from typing import Self

from django.db import models
from django.db.models.functions import Now

from archive.models import Reading


class ExtractionQuerySet(models.QuerySet):
    def by_engine(self, name: str, version: str) -> Self:
        return self.filter(engine=name, engine_version=version)


class Extraction(models.Model):
    reading = models.OneToOneField(Reading, models.CASCADE, related_name="extraction")
    engine = models.CharField(max_length=60)
    engine_version = models.CharField(max_length=20)
    found = models.PositiveIntegerField(help_text="Quotes of all kinds.")
    made_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = ExtractionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.reading} by {self.engine} {self.engine_version}"
