"""How many quotes a visit to a feed has brought: the part of its run that the archive's half cannot know."""

from django.db import models

from archive.models import Run


class Harvest(models.Model):
    run = models.OneToOneField(Run, models.CASCADE, primary_key=True, related_name="harvest")
    articles = models.PositiveIntegerField(default=0, help_text="In which quotes were looked for.")
    quotes = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.quotes} quotes of {self.articles} articles"
