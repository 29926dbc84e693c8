"""What articles are about, as their own pages say."""

from django.db import models


class Topic(models.Model):
    name = models.CharField(max_length=200, help_text="As the first article with it writes it.")
    slug = models.SlugField(max_length=200, unique=True, allow_unicode=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
