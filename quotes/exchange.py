"""Tables of speakers, with aliases and Wikidata ids, and of corrections to quotes."""

from django.core.exceptions import ValidationError
from import_export.fields import Field
from import_export.widgets import CharWidget

from archive.exchange import Exchange

from .models import Alias, Quote, Speaker
from .names import name_key

SEPARATOR = "; "


class AliasField(Field):
    """All names of a speaker in one cell; those that the cell has not stay: a merge may have brought them."""

    def get_value(self, instance) -> str:
        if hasattr(instance, "imported_aliases"):
            return SEPARATOR.join(instance.imported_aliases)
        return SEPARATOR.join(instance.aliases.values_list("name", flat=True)) if instance.pk else ""

    def save(self, instance, row, is_m2m=False, **kwargs) -> None:
        cell = [name.strip() for name in str(row.get(self.column_name) or "").split(";")]
        known = list(instance.aliases.values_list("name", flat=True)) if instance.pk else []
        instance.imported_aliases = sorted({*known, *filter(None, cell)})


class IdWidget(CharWidget):
    """An empty cell is no id: the table has no other way to say so."""

    def clean(self, value, row=None, **kwargs) -> str | None:
        return super().clean(value, row, **kwargs) or None


class SpeakerExchange(Exchange):
    """The same slug, the same speaker."""

    wikidata = Field(column_name="wikidata", attribute="wikidata", widget=IdWidget(allow_blank=False))
    aliases = AliasField(column_name="aliases", attribute="aliases")

    def after_save_instance(self, instance, row, **kwargs) -> None:
        keys = set(instance.aliases.values_list("key", flat=True))
        for name in dict.fromkeys([instance.name, *getattr(instance, "imported_aliases", [])]):
            if name_key(name) not in keys:
                Alias.objects.create(speaker=instance, name=name)
                keys.add(name_key(name))

    class Meta(Exchange.Meta):
        model = Speaker
        import_id_fields = ["slug"]
        fields = ["slug", "name", "kind", "description", "wikidata", "aliases"]


class CorrectionExchange(Exchange):
    """Decisions on quotes that stand in the archive: their state, and the reason that readers are told."""

    def before_save_instance(self, instance, row, **kwargs) -> None:
        if instance._state.adding:
            raise ValidationError({"id": f"There is no quote {row.get('id')}: corrections make none."})
        if instance.status in list(Quote.EXPLAINED_STATUSES) and not instance.reason.strip():
            raise ValidationError({"reason": "Say why: readers are told."})
        super().before_save_instance(instance, row, **kwargs)

    class Meta(Exchange.Meta):
        model = Quote
        import_id_fields = ["id"]
        fields = ["id", "status", "reason"]
