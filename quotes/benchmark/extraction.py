"""How fast the quotes of an article are found: paragraphs in, quotes out, one core, nothing stored."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from archive.scrapers.plain import parsed_text
from quotes.documents import document_of
from quotes.errors import QuoteError
from quotes.extraction import Document, Engine, Paragraph, extract_quotes

from .press import Story
from .timing import peak_megabytes, processor_seconds

MEGABYTE = 1_000_000
SIZES = (1, 10, 100, 1000)  # kB
ROUNDS = 3
# A megabyte of what patterns that backtrack choke on.
HOSTILE = {
    "marks": '"',
    "pairs of marks": "“ ” ",
    "marked words": '" a ',
    "marks, a paragraph each": "“”\n",
    "names": "Jane Roe ",
    "names, a paragraph each": "Jane Roe\n",
    "commas": ", ",
}


class TextsError(QuoteError):
    """The file of texts cannot be used; the message says why."""


Say = Callable[[str], None]


class Extracting:
    """``texts`` is a file of articles, one JSON object with ``text`` a line; without it they are made up."""

    def __init__(self, engine: Engine, articles: int, texts: Path | None, say: Say) -> None:
        self.engine, self.say = engine, say
        self.documents = list(read_texts(texts) if texts else made_up(articles))

    def measure(self) -> None:
        self.find(self.documents[0])  # reads words and weights
        self.rate()
        self.growth()
        self.hostile()
        self.say(f"Memory of this process at its peak: {peak_megabytes():.0f} MB")

    def find(self, document: Document) -> int:
        return len(extract_quotes(document, self.engine))

    def rate(self) -> None:
        """The best of a few rounds, in seconds of this process: what else the machine does does not count."""
        size = median(characters(each) for each in self.documents)
        found = median(self.find(each) for each in self.documents)
        taken = min(processor_seconds(self.all) for _ in range(ROUNDS))
        rate = len(self.documents) / taken
        self.say(f"{len(self.documents)} articles (median: {size:.0f} characters, {found:.0f} quotes):")
        self.say(f"{rate:.0f} articles a second, one core")

    def all(self) -> None:
        for document in self.documents:
            self.find(document)

    def growth(self) -> None:
        """The same kind of text at growing length: linear if the time for each kB stays the same."""
        for size in SIZES:
            document = joined(self.documents, size * 1000)
            taken = min(processor_seconds(self.find, document) for _ in range(ROUNDS))
            self.say(
                f"{size:>5} kB in one article: {taken * 1000:>7.0f} ms, {taken * 1000 / size:.2f} ms a kB"
            )

    def hostile(self) -> None:
        for name, piece in HOSTILE.items():
            document = document_from((piece * (MEGABYTE // len(piece))).split("\n"))
            self.say(f"1 MB of {name + ':':27}{processor_seconds(self.find, document):6.2f} s")


def made_up(articles: int) -> Iterator[Document]:
    """Of about 600 words with six speeches each."""
    for number in range(articles):
        yield document_from(Story(number).paragraphs())


def read_texts(path: Path) -> Iterator[Document]:
    """The articles of a file; raises ``TextsError``."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TextsError(f'{path} is no file of JSON objects with "text", one a line: {error}') from error
    if not all(isinstance(text, str) for text in texts):
        raise TextsError(f'{path} has a line whose "text" is none.')
    if not texts:
        raise TextsError(f"{path} holds no texts.")
    return (document_of(parsed_text(text)) for text in texts)


def document_from(paragraphs: Iterable[str]) -> Document:
    found, start = [], 0
    for text in paragraphs:
        found.append(Paragraph(text, start=start))
        start += len(text) + 1
    return Document(tuple(found))


def joined(documents: list[Document], size: int) -> Document:
    """One article of about so many characters."""
    texts = cycle(paragraph.text for document in documents for paragraph in document.paragraphs)
    found, total = [], 0
    while total < size:
        found += list(islice(texts, 1))
        total += len(found[-1]) + 1
    return document_from(found)


def characters(document: Document) -> int:
    return sum(len(paragraph.text) for paragraph in document.paragraphs)
