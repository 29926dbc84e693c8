"""Classes of queries, drawn from the made-up archive itself. Pure."""

from datetime import date
from functools import cached_property
from random import Random

from quotes.search.query import SearchQuery

from .corpus import FIRST_YEAR, FUNCTION_WORDS, YEARS, Corpus

PAGE = 25
DEEP = 500  # pages
# Ranks of the vocabulary
COMMON = slice(400, 700)  # in one of twenty quotes or its context
MIDDLING = slice(1000, 4000)
RARE = slice(30_000, 60_000)
SAMPLE = 2000


class Queries:
    """``number`` queries of each class."""

    def __init__(self, corpus: Corpus, number: int, seed: int = 2) -> None:
        self.corpus, self.number = corpus, number
        self.random = Random(seed)  # noqa: S311 -- no secret

    def classes(self) -> dict[str, list[SearchQuery]]:
        made = {
            "rare word": lambda: SearchQuery(self.word(RARE)),
            "common word": lambda: SearchQuery(self.word(COMMON)),
            "function word": lambda: SearchQuery(self.random.choice(FUNCTION_WORDS.split()[:12])),
            "common word, newest": lambda: SearchQuery(self.word(COMMON), sort="newest"),
            "three words": lambda: SearchQuery(" ".join(self.word(COMMON) for _ in range(3))),
            "phrase": lambda: SearchQuery(f'"{self.phrase(3)}"'),
            "function words as a phrase": self.function_words,
            "either of two": lambda: SearchQuery(f"{self.word(COMMON)} OR {self.word(COMMON)}"),
            "prefix": lambda: SearchQuery(self.word(MIDDLING)[:5] + "*"),
            "word, speaker, dates": self.narrowed,
            "word near the quote": lambda: SearchQuery(f"context:{self.word(COMMON)}"),
            "outlet, dates, newest": self.printed,
            "dates, oldest": lambda: SearchQuery(since=date(2018, 3, 5), until=self.day(), sort="oldest"),
            "speaker, newest": lambda: SearchQuery(speaker=self.speaker(), sort="newest"),
            "everything, newest": lambda: SearchQuery(sort="newest"),
            "page 500": lambda: SearchQuery(self.word(COMMON), offset=DEEP * PAGE),
            "misspelt word": lambda: SearchQuery(self.misspelt()),
        }
        return {name: [make() for _ in range(self.number)] for name, make in made.items()}

    def word(self, ranks: slice) -> str:
        return self.random.choice(self.corpus.vocabulary[ranks])

    @cached_property
    def texts(self) -> list[str]:
        sample = Corpus(min(self.corpus.quotes, SAMPLE), self.corpus.seed)
        return [document.text for document in sample.documents()]

    def phrase(self, length: int) -> str:
        """Words that stand side by side in a quote."""
        return " ".join(self.random.choice(self.texts).split()[2 : 2 + length])

    def function_words(self) -> SearchQuery:
        return SearchQuery('"{} {}"'.format(*self.random.sample(FUNCTION_WORDS.split()[:40], 2)))

    def speaker(self) -> str:
        return f"speaker-{int(self.random.paretovariate(0.5)) % 2000 + 1}"

    def day(self) -> date:
        year = FIRST_YEAR + self.random.randrange(3, YEARS)
        return date(year, self.random.randint(1, 12), self.random.randint(1, 28))

    def narrowed(self) -> SearchQuery:
        until = self.day()
        since = until.replace(year=until.year - 2)
        return SearchQuery(self.word(COMMON), speaker=self.speaker(), since=since, until=until)

    def printed(self) -> SearchQuery:
        until = self.day()
        since = until.replace(year=until.year - 2)
        outlet = f"outlet-{self.random.randint(1, 30)}"
        return SearchQuery(outlet=outlet, since=since, until=until, sort="newest")

    def misspelt(self) -> str:
        word = self.word(MIDDLING)
        place = self.random.randrange(1, len(word))
        return word[:place] + self.random.choice("bdfgkmp") + word[place:]
