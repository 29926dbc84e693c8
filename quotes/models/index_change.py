"""The outbox of the search index: what changed in a transaction is marked in the same transaction."""

from django.db import models


class IndexChange(models.Model):
    quote_id = models.BigIntegerField(help_text="No foreign key: the quote may be deleted.")

    def __str__(self) -> str:
        return f"quote {self.quote_id}"
