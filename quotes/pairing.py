"""Which of the quotes found in a reading are those that the archive holds of its article already."""

from archive.models import Reading

from .extraction import ExtractedQuote
from .likeness import normal_words
from .models import Occurrence
from .watch import Page, is_cut


def paired(
    found: list[ExtractedQuote], held: list[Occurrence], reading: Reading
) -> list[tuple[ExtractedQuote, Occurrence | None]]:
    """Each quote found with the occurrence that the archive holds of it: equal words, or the same place."""
    free = list(held)
    partners: dict[int, Occurrence] = {}
    for same in (same_words, same_place(reading), same_passage(reading)):
        for index, quote in enumerate(found):
            partner = next((o for o in free if index not in partners and same(quote, o)), None)
            if partner:
                partners[index] = partner
                free.remove(partner)
    return [(quote, partners.get(index)) for index, quote in enumerate(found)]


def same_words(quote: ExtractedQuote, occurrence: Occurrence) -> bool:
    return normal_words(quote.text) == normal_words(occurrence.exact)


def same_place(reading: Reading):
    """A test whether an occurrence of this very reading overlaps the quote: its boundaries have moved."""

    def overlaps(quote: ExtractedQuote, occurrence: Occurrence) -> bool:
        start, end = quote.segments[0].start, quote.segments[-1].end
        return occurrence.reading_id == reading.pk and occurrence.start < end and start < occurrence.end

    return overlaps


def same_passage(reading: Reading):
    """A test whether an occurrence of another reading is the quote, cut otherwise: both texts have both."""
    page = Page(reading.text)

    def cut_otherwise(quote: ExtractedQuote, occurrence: Occurrence) -> bool:
        if occurrence.reading_id == reading.pk or not is_cut(quote.text, occurrence.exact):
            return False
        return page.has(occurrence.exact) and Page(occurrence.reading.text).has(quote.text)

    return cut_otherwise
