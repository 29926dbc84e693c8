"""Documents for the tests, and an index of them."""

from datetime import datetime
from itertools import count
from pathlib import Path
from zlib import crc32

from quotes.search.document import Printing, QuoteDocument, Subject
from quotes.search.tantivy_engine import Folder, TantivyEngine, TantivyWriter

numbers = count(1)
OUTLETS = {"courier": 1, "herald": 2, "observer": 3, "tribune": 4}


def made(text: str, **values) -> QuoteDocument:
    """A direct quote in English; a ``speaker`` is given by name."""
    defaults = {"quote_id": next(numbers), "text": text, "kind": "direct", "status": "unreviewed"}
    if name := values.pop("speaker", ""):
        slug = name.lower().replace(" ", "-")
        defaults |= {
            "speaker_id": crc32(slug.encode()),
            "speaker": slug,
            "speaker_name": name,
            "names": (name,),
        }
    return QuoteDocument(**{"language": "en"} | defaults | values)


def printed(outlet: str, day: str = "") -> Printing:
    """By an outlet of ``OUTLETS``, at a time as ISO 8601 has it; without one, nobody knows when."""
    published = datetime.fromisoformat(day) if day else None
    return Printing(OUTLETS[outlet], outlet, f"The {outlet.capitalize()}", published)


def about(*names: str) -> tuple[Subject, ...]:
    """Topics by their names."""
    slugs = [name.lower().replace(" ", "-") for name in names]
    return tuple(Subject(crc32(slug.encode()), slug, name) for slug, name in zip(slugs, names, strict=True))


def indexed(path: Path, *documents: QuoteDocument, commits: int = 1) -> TantivyEngine:
    """An engine over an index of these documents, written in so many commits, each a segment of its own."""
    folder = Folder(path)
    generation = folder.new_generation()
    for part in range(commits):
        with TantivyWriter(generation) as writer:
            writer.add(documents[part::commits])
            writer.commit()
    folder.publish(generation)
    return TantivyEngine(path)
