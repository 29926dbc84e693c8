"""Further addresses of an article: where a redirect ended, or of a copy that was folded into it."""

from django.db import models


class Address(models.Model):
    key = models.CharField(max_length=2000, unique=True, help_text="As an article's address key.")
    article = models.ForeignKey("archive.Article", models.CASCADE, related_name="addresses")

    class Meta:
        verbose_name_plural = "addresses"

    def __str__(self) -> str:
        return self.key
