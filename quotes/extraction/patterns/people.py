"""Who is who in an article: a surname, a role or a pronoun finds its person."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from quotes.extraction.names import Gender, first_names

from .paragraph import Tokens
from .phrasebook import Phrasebook
from .speaker import SPEAKER, Phrase, Span, head, head_place, phrase_of

NAMESAKES, LOOK_BACK = 40, 400


@dataclass(slots=True, eq=False)
class Person:
    """Somebody, or a body, that the article names."""

    parts: tuple[str, ...]
    roles: set[str] = field(default_factory=set)
    gender: Gender = ""
    body: bool = False

    @property
    def name(self) -> str:
        return " ".join(self.parts).replace("' ", "'").replace("’ ", "’")

    @property
    def known_person(self) -> bool:
        return not self.body and bool(self.gender or self.roles)


class People:
    """The people of one article; ``read`` all its paragraphs first."""

    def __init__(self, book: Phrasebook) -> None:
        self.book = book
        self.by_part: dict[str, list[Person]] = {}
        self.by_name: dict[tuple[str, ...], Person] = {}
        self.mentions: list[tuple[int, Person]] = []

    def read(self, paragraphs: list[Tokens]) -> None:
        """Longest names first, so that a surname finds the name in full wherever that stands."""
        named = [
            (tokens, phrase)
            for tokens in paragraphs
            for found in SPEAKER.finditer(tokens.letters)
            if (phrase := phrase_of(tokens, found)).name
        ]
        named.sort(key=lambda each: -len(self.parts(*each)))
        for tokens, phrase in named:
            self.add(tokens, phrase)
        self.mentions.sort(key=itemgetter(0))

    def add(self, tokens: Tokens, phrase: Phrase) -> None:
        """The person of this name takes on what the phrase tells of her."""
        parts = self.parts(tokens, phrase)
        known = [self.by_name[parts]] if parts in self.by_name else self.fuller(parts) or [self.new(parts)]
        if len(known) > 1:
            return  # one of two people of this surname
        (person,) = known
        self.by_name[parts] = person
        self.mentions.append((tokens.spans[phrase.whole[0]][0], person))
        if phrase.name and tokens.letters[phrase.name[0]] == "b":
            person.body = True
        person.roles |= set(self.role_words(tokens, phrase.role))
        person.gender = person.gender or self.gender_of(self.telling(tokens, phrase)) or first_gender(parts)

    def telling(self, tokens: Tokens, phrase: Phrase) -> list[str]:
        """The words that may tell a gender: titles, the noun of the role, its article."""
        name, role = slice(*phrase.name or (0, 0)), slice(*phrase.role or (0, 0))
        return [*tokens.low[name], *self.role_words(tokens, phrase.role), *tokens.low[role][:1]]

    def of(self, tokens: Tokens, phrase: Phrase) -> Person | None:
        """Whom this name means at this place: of two people of one surname the one named last."""
        parts = self.parts(tokens, phrase)
        if parts in self.by_name:
            return self.by_name[parts]
        known = self.fuller(parts) or [self.new(parts)]
        before = (person for person in self.before(tokens.spans[phrase.whole[0]][0]) if person in known)
        return next(before, known[0])

    def new(self, parts: tuple[str, ...]) -> Person:
        person = Person(parts)
        for part in {parts[0].lower(), parts[-1].lower()}:
            self.by_part.setdefault(part, []).append(person)
        return person

    def parts(self, tokens: Tokens, phrase: Phrase) -> tuple[str, ...]:
        """The words of the name without titles."""
        if phrase.name is None:
            return ()
        places = range(*phrase.name)
        return tuple(tokens.words[place] for place in places if tokens.letters[place] != "t")

    def role_words(self, tokens: Tokens, role: Span | None) -> list[str]:
        return [tokens.low[head_place(tokens, role)]] if role and head(tokens, role) == "p" else []

    def fuller(self, parts: tuple[str, ...]) -> list[Person]:
        """Who has a name in full that ends with this one, or else begins with it."""
        size, low = len(parts), lower(parts)
        ends = [p for p in self.by_part.get(low[-1], ())[:NAMESAKES] if lower(p.parts[-size:]) == low]
        return ends or [p for p in self.by_part.get(low[0], ())[:NAMESAKES] if lower(p.parts[:size]) == low]

    def before(self, place: int, start: int = -1) -> Iterator[Person]:
        """Who is named in front of a place, the nearest first, but none in front of ``start``."""
        last = bisect_left(self.mentions, place, key=itemgetter(0))
        for at, person in reversed(self.mentions[max(0, last - LOOK_BACK) : last]):
            if at < start:
                return
            yield person

    def with_role(self, role: str, place: int) -> Person | None:
        """Who was last called this ("the minister") in front of a place."""
        return next((person for person in self.before(place) if self.has_role(person, role)), None)

    def has_role(self, person: Person, role: str) -> bool:
        return any(each == role or (self.book.compounds and each.endswith(role)) for each in person.roles)

    def meant(self, gender: Gender, place: int, last: Person | None) -> Person | None:
        """Who a pronoun means: who spoke last if it may be her, else the person named last."""
        if last and not last.body and may_be(last, gender):
            return last
        named = (person for person in self.before(place) if person.known_person)
        return next((person for person in named if may_be(person, gender)), None)

    def gender_of(self, words: list[str]) -> Gender:
        for gender, section, name in GENDERED:
            known = self.book.words(section, name)
            if any(word in known or self.ends_in(word, known) for word in words):
                return gender
        return ""

    def ends_in(self, word: str, known: frozenset[str]) -> bool:
        return self.book.compounds and any(word[place:] in known for place in range(1, len(word) - 2))


GENDERED: tuple[tuple[Gender, str, str], ...] = (
    ("female", "names", "female_titles"),
    ("male", "names", "male_titles"),
    ("female", "nouns", "female"),
    ("female", "words", "female_determiners"),
    ("male", "nouns", "male"),
)


def lower(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.lower() for part in parts)


def first_gender(parts: tuple[str, ...]) -> Gender:
    return first_names().gender.get(parts[0].lower(), "") if len(parts) > 1 else ""


def may_be(person: Person, gender: Gender) -> bool:
    return not gender or person.gender in (gender, "")
