"""How sure the archive is of a quote, in words that a reader understands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from quotes.models import Quote

LIKELY, FAIR = 0.9, 0.7
KEPT = 1000  # verdicts: by language, and by percent
SPEAKER_DOUBTS = frozenset({"close runner-up", "ambiguous surname", "speaker from another paragraph"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """``tone`` is good, plain, doubt or bad; ``label`` a few words, ``explanation`` one sentence."""

    tone: str
    label: str | Promise
    explanation: str | Promise


SETTLED: dict[str, Verdict] = {
    Quote.Status.CONFIRMED: Verdict(
        "good", _("Confirmed"), _("A curator compared the words and the speaker with the source.")
    ),
    Quote.Status.CORRECTED: Verdict(
        "doubt",
        _("Corrected"),
        _("The source or the archive has corrected this quote since it was first printed."),
    ),
    Quote.Status.DISPUTED: Verdict("doubt", _("Disputed"), _("Somebody disputes that this was said.")),
    Quote.Status.MISATTRIBUTED: Verdict(
        "bad", _("Misattributed"), _("These words were printed under this name, but are somebody else's.")
    ),
    Quote.Status.REJECTED: Verdict("bad", _("Rejected"), _("A curator found that this is no quote. Hidden.")),
    Quote.Status.WITHDRAWN: Verdict("bad", _("Withdrawn"), _("The archive no longer shows this quote.")),
}
NOT_SPEECH = Verdict(
    "plain", _("Not speech"), _("Marked words that are nobody's speech: a title, say. Hidden.")
)
NO_SPEAKER = Verdict(
    "plain", _("Speaker not named"), _("The article does not tell who said it, or the archive could not.")
)


def verdict(quote: Quote, doubts: Sequence[str] = ()) -> Verdict:
    """What the archive says of its own certainty about this quote, of which the engine has these doubts."""
    if quote.status in SETTLED:
        return SETTLED[quote.status]
    if quote.kind == Quote.Kind.UNATTRIBUTED:
        return NOT_SPEECH
    if quote.speaker_id is None:
        return NO_SPEAKER
    return unreviewed(quote.confidence, SPEAKER_DOUBTS.isdisjoint(doubts))


def unreviewed(confidence: float, is_clear: bool) -> Verdict:
    """For what only the machine has seen; ``confidence`` is its calibrated chance (0 to 1) to be right, and
    ``is_clear`` tells that it has no doubt about the speaker.
    """
    likely = confidence >= LIKELY and is_clear
    return automatic(likely, confidence >= FAIR, min(round(confidence * 100), 99), get_language())


@lru_cache(KEPT)
def automatic(likely: bool, fair: bool, percent: int, _language: str | None) -> Verdict:
    """In the reader's language, which lists ask for row by row."""
    share = gettext("The program is right in about %d of 100 such cases.") % percent
    label = gettext("Not yet reviewed")
    if likely:
        return Verdict("plain", label, sentences(gettext("Attributed automatically, clearly."), share))
    if fair:
        return Verdict("plain", label, sentences(gettext("Attributed automatically, probably right."), share))
    doubt = sentences(gettext("Attributed automatically."), share, gettext("Read the source first."))
    return Verdict("doubt", gettext("Speaker uncertain"), doubt)


def sentences(*each: str) -> str:
    return " ".join(each)
