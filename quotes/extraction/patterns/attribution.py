"""Who said one passage: by a pattern, by the words before it in its paragraph, or as who spoke last."""

from dataclasses import dataclass, replace

from quotes.extraction.names import Gender
from quotes.extraction.quotation import SpeakerKind

from .matching import Match, find_match
from .paragraph import Tokens
from .people import People, Person
from .phrasebook import Phrasebook
from .speaker import Phrase, Span, head


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker and how it was found. ``mention``, ``role`` and ``cue`` are token ranges."""

    method: str
    speaker: str | None = None
    kind: SpeakerKind | None = None
    person: Person | None = None
    match: Match | None = None
    mention: Span | None = None
    role: Span | None = None
    reasons: tuple[str, ...] = ()


# Estimates: there is no annotated corpus of these languages to calibrate them on.
CHANCES = {
    "pattern": 0.9,
    "pronoun": 0.75,
    "subject left out": 0.7,
    "goes on": 0.85,
    "sentence before": 0.6,
    "spoke last": 0.5,
    "no candidate": 0.0,
}


class Attributor:
    """Attributes the passages of one article, in reading order: it remembers who spoke last."""

    def __init__(self, book: Phrasebook, people: People) -> None:
        self.book, self.people = book, people
        self.last: Person | None = None

    def attribute(self, tokens: Tokens, token: int) -> Attribution:
        """By the patterns alone."""
        match = find_match(tokens, token, self.book.patterns)
        if match and match.speaker:
            return self.remembered(self.by_phrase(tokens, match, match.speaker))
        left_out = match or find_match(tokens, token, self.book.subject_left_out)
        if left_out:
            person = self.people.meant("", tokens.spans[token][0], self.last)
            found = Attribution("subject left out", match=left_out)
            return self.remembered(named(found, person) if person else found)
        return Attribution("no candidate")

    def remembered(self, found: Attribution) -> Attribution:
        self.last = found.person or self.last
        return found

    def by_phrase(self, tokens: Tokens, match: Match, phrase: Phrase) -> Attribution:
        found = Attribution("pattern", match=match, mention=phrase.name or phrase.role or phrase.whole)
        place = tokens.spans[phrase.whole[0]][0]
        if phrase.pronoun:
            person = self.people.meant(self.gender(tokens.low[phrase.whole[0]]), place, self.last)
            found = replace(found, method="pronoun")
            return named(found, person) if person else replace(found, reasons=("no speaker",))
        if phrase.name:
            found = replace(found, role=phrase.role)
            return named(found, self.people.of(tokens, phrase))
        return self.by_description(tokens, found, phrase.role or phrase.whole, place)

    def by_description(self, tokens: Tokens, found: Attribution, role: Span, place: int) -> Attribution:
        """ "the minister" is somebody named before, "a spokesman" is nobody we know, "police" a body."""
        indefinite = tokens.low[role[0]] in self.book.words("words", "indefinite")
        words = self.people.role_words(tokens, role)
        person = self.people.with_role(words[0], place) if words and not indefinite else None
        if person:
            return named(found, person)
        if head(tokens, role) == "b":
            first = role[0] + (tokens.letters[role[0]] == "D")
            return replace(found, kind="organisation", mention=(first, role[1]))
        return replace(found, kind="unnamed", mention=role, reasons=("unnamed source",))

    def gender(self, pronoun: str) -> Gender:
        male = pronoun in self.book.words("pronouns", "male")
        female = pronoun in self.book.words("pronouns", "female")
        return "" if male == female else "male" if male else "female"

    def before(self, tokens: Tokens, token: int) -> Attribution:
        """Where no pattern fits: who was named last in this paragraph, else who spoke last."""
        if not self.book.code:
            return Attribution("no candidate", reasons=("unknown language", "no speaker"))
        start, place = tokens.spans[0][0], tokens.spans[token][0]
        person = next((each for each in self.people.before(place, start) if each.known_person), None)
        if person:
            return self.remembered(named(Attribution("sentence before"), person))
        if self.last and token == 0:
            return named(Attribution("spoke last", reasons=("speaker from another paragraph",)), self.last)
        return Attribution("no candidate", reasons=("no speaker",))


def named(found: Attribution, person: Person | None) -> Attribution:
    if person is None:
        return found
    kind: SpeakerKind = "organisation" if person.body else "person"
    return replace(found, speaker=person.name, kind=kind, person=person)
