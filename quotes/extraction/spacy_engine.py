"""An engine that lets a spaCy pipeline tell who speaks: the extra ``spacy`` and a pipeline of your own.

Words in marks are found as the built-in engine finds them. Who said them is the subject that the pipeline's
parser gives a verb of saying outside the marks, called by the fullest name that its entities give it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Phrase

from .document import Document, Paragraph
from .language import load_language
from .marks import Passage, find_passages
from .patterns import load_phrasebook
from .quotation import Candidate, ExtractedQuote, Kind, Span, SpeakerKind
from .utterances import complete

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "sb", "csubj"})
BODIES = frozenset({"ORG", "NORP", "GPE"})
SHORTEST = 2
CERTAIN = 0.8  # an estimate: nothing is known of how often somebody's pipeline is right
MISSING = "The spaCy pipeline {name!r} is not installed: python -m spacy download {name}"


class PipelineMissingError(ValueError):
    """There is no spaCy pipeline of this name on this machine."""


@dataclass(frozen=True, slots=True)
class Sayer:
    """The subject of a verb of saying."""

    subject: Token
    verb: Token

    def distance(self, start: int, end: int) -> tuple[bool, int]:
        """Does a sentence end between the verb and the words in marks, and how many characters lie there?"""
        verb_end = self.verb.idx + len(self.verb)
        between = slice(end, self.verb.idx) if self.verb.idx >= end else slice(verb_end, start)
        return ". " in self.verb.doc.text[between], between.stop - between.start


class SpacyEngine:
    """Any pipeline with a parser and an entity recogniser; lemmas help."""

    name = "spacy"

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        meta = pipeline.meta
        self.version = f"{meta['lang']}_{meta['name']} {meta['version']}"
        self.saying = sayings(pipeline.lang or "")

    @classmethod
    def load(cls, name: str) -> "SpacyEngine":
        """The engine with the pipeline of this name or in this folder; raises ``PipelineMissingError``."""
        try:
            return cls(spacy.load(name))
        except OSError as error:
            raise PipelineMissingError(MISSING.format(name=name)) from error

    def extract(self, document: Document) -> Iterable[ExtractedQuote]:
        passages = [passage for passage in find_passages(document.paragraphs) if not passage.nested]
        docs = {number: self.pipeline(document.paragraphs[number].text) for number in paragraphs_of(passages)}
        names = sorted((entity.text for doc in docs.values() for entity in doc.ents), key=len, reverse=True)
        for passage in passages:
            paragraph, doc = document.paragraphs[passage.paragraph], docs[passage.paragraph]
            outside = Outside([p for p in passages if p.paragraph == passage.paragraph], paragraph)
            found = quote_of(paragraph, passage)
            sayer = nearest(self.sayers(doc, outside), passage, paragraph)
            yield with_speaker(found, sayer, paragraph, names) if sayer else found

    def sayers(self, doc: Doc, outside: "Outside") -> Iterator[Sayer]:
        for token in doc:
            verb = token.head
            if token.dep_ in SUBJECTS and outside.has(token) and outside.has(verb) and self.says(verb):
                yield Sayer(token, verb)

    def says(self, verb: Token) -> bool:
        return verb.lemma_.lower() in self.saying or verb.lower_ in self.saying


def sayings(code: str) -> frozenset[str]:
    """The verbs of saying that our own data files know of the pipeline's language, in all forms."""
    language, book = load_language(code), load_phrasebook(code)
    if book:
        return frozenset(word for word, letter in book.letters.items() if letter == "V")
    return language.saying if language else frozenset()


def paragraphs_of(passages: list[Passage]) -> list[int]:
    return sorted({passage.paragraph for passage in passages})


@dataclass(frozen=True, slots=True)
class Outside:
    """The reporter's own words of a paragraph."""

    passages: list[Passage]
    paragraph: Paragraph

    def has(self, token: Token) -> bool:
        place = token.idx + self.paragraph.start
        return not any(passage.start <= place < passage.end for passage in self.passages)


def nearest(sayers: Iterator[Sayer], passage: Passage, paragraph: Paragraph) -> Sayer | None:
    start, end = passage.start - paragraph.start, passage.end - paragraph.start
    return min(sayers, key=lambda sayer: sayer.distance(start, end), default=None)


def quote_of(paragraph: Paragraph, passage: Passage) -> ExtractedQuote:
    """The words without a speaker."""
    span = span_of(paragraph, passage.start - paragraph.start, passage.end - paragraph.start)
    kind: Kind = "direct" if complete(span.text) else "mixed"
    problem = (passage.problem,) if passage.problem else ()
    if len(span.text.split()) < SHORTEST:
        return ExtractedQuote((span,), "unattributed", method="not speech", reasons=problem)
    return ExtractedQuote((span,), kind, method="no candidate", reasons=(*problem, "no speaker"))


def with_speaker(
    quote: ExtractedQuote, sayer: Sayer, paragraph: Paragraph, names: list[str]
) -> ExtractedQuote:
    """Named by the entity that the subject stands in, else described as printed; a pronoun names nobody."""
    entity = next((each for each in sayer.subject.doc.ents if each.start <= sayer.subject.i < each.end), None)
    phrase = entity or described(sayer.subject)
    reasons = tuple(each for each in quote.reasons if each != "no speaker")
    mention = span_of(paragraph, phrase.start_char, phrase.end_char)
    cue = span_of(paragraph, sayer.verb.idx, sayer.verb.idx + len(sayer.verb))
    found = replace(quote, mention=mention, cue=cue, method="parser")
    if quote.kind == "unattributed" or (entity is None and sayer.subject.pos_ == "PRON"):
        return quote if quote.kind == "unattributed" else found
    name = fullest(phrase.text, names) if entity else phrase.text
    return replace(
        found,
        speaker=name,
        speaker_kind=kind_of(entity),
        candidates=(Candidate(name, CERTAIN),),
        confidence=CERTAIN,
        reasons=reasons if entity else (*reasons, "unnamed source"),
    )


def described(subject: Token) -> Phrase:
    """The subject with what hangs on it."""
    return subject.doc[subject.left_edge.i : subject.right_edge.i + 1]


def kind_of(entity: Phrase | None) -> SpeakerKind:
    if entity is None:
        return "unnamed"
    return "organisation" if entity.label_ in BODIES else "person"


def fullest(name: str, names: list[str]) -> str:
    """The longest name of the article that ends with this one."""
    return next((each for each in names if each == name or each.endswith(f" {name}")), name)


def span_of(paragraph: Paragraph, start: int, end: int) -> Span:
    return Span(start + paragraph.start, end + paragraph.start, paragraph.text[start:end])
