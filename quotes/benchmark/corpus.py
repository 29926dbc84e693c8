"""A made-up archive that behaves like a real one: words, speakers and outlets as unequal as in the news.
Pure.

The same seed makes the same archive.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from quotes.search.document import Printing, QuoteDocument, Subject

FUNCTION_WORDS = (
    "the to and of a in that we it is i you for this have be on are not with they as but do what will was at"
    " so there our if can by people all from or about has just would an going think he know who your my get"
    " their because one more very no now how when which out up time been were want where said make some"
    " don't it's"
)
CONSONANTS = "b c d f g h j k l m n p r s t v w z br cl cr dr fl gr pl pr sh sp st th tr"
VOWELS = "a e i o u ai ea ou"
ENDINGS = ("", "s", "ed", "ing")
STEMS = 25_000
SPEAKERS, OUTLETS, TOPICS = 20_000, 500, 4000
MOST_TOPICS = 8  # of an article
FIRST_YEAR, YEARS = 2016, 10
QUOTES_AN_ARTICLE = 8
QUOTE_WORDS, CONTEXT_WORDS = (8, 60), 30  # before it, and after it
REPRINTED, REPRINTED_LATER = 0.2, 0.02
DRAWN = 200_000

Named = tuple[int, str, str]  # id, slug, name


@dataclass(frozen=True, slots=True)
class Story:
    """What one article, and those that reprint it, say."""

    printings: tuple[Printing, ...]
    topics: tuple[Subject, ...]
    documents: list[QuoteDocument]


@dataclass
class Corpus:
    """``quotes`` of them, made one after the other."""

    quotes: int
    seed: int = 1
    random: Random = field(init=False)
    vocabulary: list[str] = field(init=False, repr=False)  # from the commonest to the rarest
    speakers: list[Named] = field(init=False, repr=False)
    outlets: list[Named] = field(init=False, repr=False)
    topics: list[Named] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)  # noqa: S311 -- no secret
        self.vocabulary = self.all_words()
        self.speakers = self.named("speaker", SPEAKERS, "{} {}")
        self.outlets = self.named("outlet", OUTLETS, "The {} {}")
        self.topics = self.named("topic", TOPICS, "{} {}")

    def all_words(self) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < STEMS:
            made[self.made_up(2 + len(made) % 3)] = None
        return [*FUNCTION_WORDS.split(), *(stem + ending for stem in made for ending in ENDINGS)]

    def named(self, kind: str, number: int, pattern: str) -> list[Named]:
        return [(pk, f"{kind}-{pk}", pattern.format(self.name(), self.name())) for pk in range(1, number + 1)]

    def made_up(self, syllables: int) -> str:
        consonants, vowels = CONSONANTS.split(), VOWELS.split()
        made = (self.random.choice(consonants) + self.random.choice(vowels) for _ in range(syllables))
        return "".join(made) + self.random.choice("ntrsl")

    def name(self) -> str:
        return self.made_up(2).capitalize()

    def documents(self) -> Iterator[QuoteDocument]:
        for story in self.stories():
            yield from story.documents

    def stories(self) -> Iterator[Story]:
        words = self.drawn(self.vocabulary, 1.0)
        speakers, outlets = self.drawn(self.speakers, 0.9), self.drawn(self.outlets, 0.8)
        topics = self.drawn(self.topics, 0.9)
        for first in range(1, self.quotes + 1, QUOTES_AN_ARTICLE):
            printings, about = self.printings(outlets), self.subjects(topics)
            last = min(first + QUOTES_AN_ARTICLE, self.quotes + 1)
            made = (self.document(pk, next(speakers), words) for pk in range(first, last))
            documents = [replace(document, printings=printings, topics=about) for document in made]
            yield Story(printings, about, documents)

    def drawn(self, values: list[Any], exponent: float) -> Iterator[Any]:
        """Values as often as Zipf's law has them: in proportion to their ranks to the power of -exponent."""
        weights = list(accumulate((rank + 3) ** -exponent for rank in range(len(values))))
        while True:
            yield from self.random.choices(values, cum_weights=weights, k=DRAWN)

    def document(self, quote_id: int, speaker: Named, words: Iterator[str]) -> QuoteDocument:
        """Without what its article tells."""
        pk, slug, name = speaker
        text = self.sentence(words, self.random.randint(*QUOTE_WORDS))
        return QuoteDocument(
            quote_id=quote_id,
            text=text,
            kind="direct" if self.random.random() < 0.75 else "mixed",
            status="unreviewed",
            language="en",
            speaker_id=pk,
            speaker=slug,
            speaker_name=name,
            names=(name,),
            contexts=(self.sentence(words, CONTEXT_WORDS), self.sentence(words, CONTEXT_WORDS)),
            sources=1,
            confidence=round(self.random.uniform(0.5, 1), 2),
        )

    def sentence(self, words: Iterator[str], length: int) -> str:
        return " ".join(next(words) for _ in range(length)).capitalize() + "."

    def printings(self, outlets: Iterator[Named]) -> tuple[Printing, ...]:
        """One, or some within days of each other, or one more years later."""
        first = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC) + self.minutes(YEARS * 365 * 24 * 60)
        made = [Printing(*next(outlets), first)]
        chance = self.random.random()
        if chance < REPRINTED:
            others = range(self.random.randint(1, 4))
            made += [Printing(*next(outlets), first + self.minutes(4000)) for _ in others]
        elif chance < REPRINTED + REPRINTED_LATER:
            made.append(Printing(*next(outlets), first + self.minutes(1500 * 24 * 60)))
        return tuple(made)

    def subjects(self, topics: Iterator[Named]) -> tuple[Subject, ...]:
        drawn = (next(topics) for _ in range(self.random.randint(1, MOST_TOPICS)))
        return tuple(Subject(*topic) for topic in sorted(set(drawn)))

    def minutes(self, most: int) -> timedelta:
        return timedelta(minutes=self.random.randrange(most))
