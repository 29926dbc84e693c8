"""The engine's reasons for doubt in the reader's language: the engine itself knows English alone."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DOUBTS: dict[str, Promise] = {
    "no speaker": _("no speaker"),
    "close runner-up": _("close runner-up"),
    "ambiguous surname": _("ambiguous surname"),
    "speaker from another paragraph": _("speaker from another paragraph"),
    "unnamed source": _("unnamed source"),
    "unclosed mark": _("unclosed mark"),
    "missing closing mark": _("missing closing mark"),
    "missing opening mark": _("missing opening mark"),
    "inside a quote": _("inside a quote"),
    "not in the newer reading": _("not in the newer reading"),
}


def in_words(reasons: Sequence[str]) -> list[str]:
    """One that is not known, of another engine maybe, stays as it is."""
    return [str(DOUBTS.get(reason, reason)) for reason in reasons]
