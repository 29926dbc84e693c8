"""The quotes of an article in a language that is known by its patterns, or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.extraction.document import Document
from quotes.extraction.marks import Passage, find_passages
from quotes.extraction.quotation import Candidate, ExtractedQuote, Kind
from quotes.extraction.quotation import Span as Words
from quotes.extraction.repeats import REPEATING, WORD, source_of
from quotes.extraction.utterances import complete

from .attribution import CHANCES, Attribution, Attributor
from .clauses import without_clauses
from .dashes import dash_passages
from .matching import find_match
from .paragraph import Tokens, tokens_of
from .people import People
from .phrasebook import Phrasebook
from .speaker import Span

TERM, SHORTEST = 4, 2
LONGEST = 60
ENDS = (".", "?", "!", "…")
OPENERS = frozenset(".?!:-(Q")

Place = tuple[int, int]


@dataclass(slots=True)
class Spoken:
    """An utterance: the places of its passages (paragraph, token), its kind and its speaker."""

    places: list[tuple[int, int]]
    kind: Kind
    attribution: Attribution
    problem: str = ""


def read_by_patterns(document: Document, book: Phrasebook) -> list[ExtractedQuote]:
    """The quotes in reading order; a speaker whom no pattern tells is less sure, or ``None``."""
    reader = Reader(document, book)
    return reader.quotes() if reader.passages else []


class Reader:
    def __init__(self, document: Document, book: Phrasebook) -> None:
        self.document, self.book = document, book
        outer = [passage for passage in find_passages(document.paragraphs) if not passage.nested]
        marked = [part for each in outer for part in without_clauses(document, each, book)]
        taken = {passage.paragraph for passage in marked}
        self.passages = sorted(
            [*marked, *dash_passages(document.paragraphs, taken, book)], key=lambda each: each.start
        )
        self.tokens: list[Tokens] = []
        self.people = People(book)
        self.attributor = Attributor(book, self.people)

    def read(self) -> None:
        """Tokens and people."""
        here: dict[int, list[tuple[int, Passage]]] = {}
        for number, passage in enumerate(self.passages):
            here.setdefault(passage.paragraph, []).append((number, passage))
        paragraphs = enumerate(self.document.paragraphs)
        self.tokens = [tokens_of(each, here.get(number, ()), self.book) for number, each in paragraphs]
        self.people.read(self.tokens)

    def quotes(self) -> list[ExtractedQuote]:
        self.read()
        spoken: list[Spoken] = []
        for paragraph, tokens in enumerate(self.tokens):
            for token, number in enumerate(tokens.passages):
                if number >= 0:
                    self.add(spoken, paragraph, token)
        return list(self.without_repeats(spoken))

    def add(self, spoken: list[Spoken], paragraph: int, token: int) -> None:
        """Joins the passage to the utterance before, or begins another."""
        tokens, last = self.tokens[paragraph], spoken[-1] if spoken else None
        passage = self.passages[tokens.passages[token]]
        here = (paragraph, token)
        if last and (passage.continues or (self.split_by_tag(last, here) and not self.own_tag(here))):
            last.places.append(here)
            return
        found = self.attributor.attribute(tokens, token)
        if (
            last
            and self.split_by_tag(last, here)
            and found.person
            and found.person is last.attribution.person
        ):
            last.places.append(here)
            return
        kind = self.kind_of(tokens, token, found)
        if kind == "direct" and not found.match:
            found = self.attributor.before(tokens, token)
        spoken.append(Spoken([here], kind, found, passage.problem))

    def split_by_tag(self, last: Spoken, here: Place) -> bool:
        """Stands nothing but "she said" between the utterance and this passage?"""
        (paragraph, token), (other, before) = here, last.places[-1]
        if other != paragraph or last.kind != "direct" or not last.attribution.match:
            return False
        tokens = self.tokens[paragraph]
        middle = tokens.letters[before + 1 : token]
        if middle.count("V") != 1 or "Q" in middle:
            return False
        ends = sum(middle.count(sign) for sign in ENDS)
        return (
            middle.endswith((",", ",-", "-")) and not ends or (ends == 1 and middle.rstrip("-")[-1] in ENDS)
        )

    def own_tag(self, here: Place) -> bool:
        """Is there a clause of saying behind the passage itself?"""
        paragraph, token = here
        match = find_match(self.tokens[paragraph], token, self.book.patterns)
        return bool(match and match.first == token)

    def text(self, paragraph: int, token: int) -> str:
        return self.words(paragraph, (token, token + 1)).text

    def words(self, paragraph: int, tokens: Span) -> Words:
        """The article's words from the first of these tokens to the last."""
        spans = self.tokens[paragraph].spans
        start, end = spans[tokens[0]][0], spans[tokens[1] - 1][1]
        offset = self.document.paragraphs[paragraph].start
        return Words(start, end, self.document.paragraphs[paragraph].text[start - offset : end - offset])

    def kind_of(self, tokens: Tokens, token: int, found: Attribution) -> Kind:
        """Complete words are direct, a fragment in a sentence is mixed, a name or term is neither."""
        start, end = tokens.spans[token]
        text = self.document.slice(start, end)
        before = tokens.letters[token - 1] if token else "."
        whole, ended, size = complete(text.lstrip("¿¡")), text[-1] in ENDS, len(text.split())
        opened = before in OPENERS
        if token and tokens.low[token - 1] in self.book.words("words", "naming") and not ended:
            return "unattributed"
        if size < SHORTEST and not (whole and opened and found.match):
            return "unattributed"
        if found.match:
            return "direct" if whole and (opened or ended) else "mixed"
        alone = before == ":" or (opened and tokens.letters[token + 1 : token + 2] in ("", "."))
        if whole and (ended or alone) and size > SHORTEST:
            return "direct"
        return "unattributed" if size <= TERM or whole else "mixed"

    def without_repeats(self, spoken: Sequence[Spoken]) -> Iterator[ExtractedQuote]:
        """A headline, caption or pull quote that prints words of the body again is a place of that quote."""
        bodies = [one for one in spoken if not self.repeating(one)]
        plain = [plain_words(self.segments(one)) for one in bodies]
        repeats: dict[int, list[tuple[Words, ...]]] = {}
        for one in (one for one in spoken if self.repeating(one)):
            place = source_of(plain_words(self.segments(one)), plain)
            if place is None:
                bodies.append(one)
                plain.append(plain_words(self.segments(one)))
            else:
                repeats.setdefault(place, []).append(self.segments(one))
        found = [self.quote(one, tuple(repeats.get(place, ()))) for place, one in enumerate(bodies)]
        yield from sorted(found, key=lambda quote: quote.segments[0].start)

    def repeating(self, one: Spoken) -> bool:
        return self.document.paragraphs[one.places[0][0]].role in REPEATING

    def segments(self, one: Spoken) -> tuple[Words, ...]:
        return tuple(self.words(paragraph, (token, token + 1)) for paragraph, token in one.places)

    def quote(self, one: Spoken, repeats: tuple[tuple[Words, ...], ...]) -> ExtractedQuote:
        (paragraph, first), (ending, last) = one.places[0], one.places[-1]
        shown = ExtractedQuote(
            self.segments(one),
            one.kind,
            before=self.sentence(paragraph, first - 1, -1),
            after=self.sentence(ending, last + 1, 1),
            repeats=repeats,
        )
        if one.kind == "unattributed":
            return replace(shown, method="not speech")
        return self.with_speaker(shown, one, paragraph)

    def with_speaker(self, shown: ExtractedQuote, one: Spoken, paragraph: int) -> ExtractedQuote:
        found = one.attribution
        mention = self.words(paragraph, found.mention) if found.mention else None
        name = found.speaker or (mention.text if mention and found.kind else None)
        reasons = (one.problem,) if one.problem else ()
        verb = found.match.verb if found.match else -1
        confidence = CHANCES[found.method] if name else 0.0
        return replace(
            shown,
            speaker=name,
            speaker_kind=found.kind,
            mention=mention,
            cue=self.words(paragraph, (verb, verb + 1)) if verb >= 0 else None,
            role=self.words(paragraph, found.role) if found.role else None,
            candidates=(Candidate(name, confidence),) if name else (),
            confidence=confidence,
            method=found.method,
            reasons=(*reasons, *found.reasons),
        )

    def sentence(self, paragraph: int, place: int, step: int) -> Words | None:
        """The rest of the sentence beside a passage, or the sentence beyond."""
        letters = self.tokens[paragraph].letters
        place += step if letters[place : place + 1] in (*ENDS, ",") and step > 0 else 0
        if not 0 <= place < len(letters):
            return self.sentence_beyond(paragraph + step, step)
        edge = place
        while 0 <= edge + step < len(letters) and abs(edge - place) < LONGEST:
            if letters[edge + step if step < 0 else edge] in ENDS and edge != place:
                break
            edge += step
        return self.words(paragraph, (min(place, edge), max(place, edge) + 1))

    def sentence_beyond(self, paragraph: int, step: int) -> Words | None:
        """The nearest sentence of a neighbouring paragraph."""
        if not (0 <= paragraph < len(self.tokens) and self.tokens[paragraph].letters):
            return None
        return self.sentence(paragraph, 0 if step > 0 else len(self.tokens[paragraph].letters) - 1, step)


def plain_words(segments: Sequence[Words]) -> str:
    """As ``source_of`` compares them."""
    return f" {' '.join(WORD.findall(' '.join(each.text for each in segments).lower()))} "
