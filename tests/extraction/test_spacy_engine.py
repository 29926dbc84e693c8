"""The adapter with a small pipeline that is built here: names by a list, subjects by a rule."""

import pytest
import spacy
from spacy.language import Language

from quotes.extraction import extract_quotes
from quotes.extraction.spacy_engine import PipelineMissingError, SpacyEngine

from .articles import article

NAMES = [
    {"label": "PERSON", "pattern": "Jane Roe"},
    {"label": "PERSON", "pattern": "Roe"},
    {"label": "ORG", "pattern": "Halyard"},
]
VERBS = {"said", "asked", "froze", "wrote"}


@Language.component("subject_beside_verb")
def subject_beside_verb(doc):
    """The noun right before a verb, or right behind it, is its subject."""
    for token in doc:
        if token.text not in VERBS:
            continue
        behind = token.i + 1 < len(doc) and doc[token.i + 1].is_alpha
        subject = (
            doc[token.i - 1]
            if token.i and doc[token.i - 1].is_alpha
            else doc[token.i + 1]
            if behind
            else None
        )
        if subject is None:
            continue
        if subject.text == "Jane":
            subject = doc[subject.i + 1]
        subject.head, subject.dep_ = token, "nsubj"
        subject.pos_ = "PRON" if subject.text == "she" else "NOUN"
        if doc[subject.i - 1].text == "the":
            doc[subject.i - 1].head = subject
    return doc


@pytest.fixture(scope="module")
def engine():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(NAMES)
    pipeline.add_pipe("subject_beside_verb")
    return SpacyEngine(pipeline)


def quotes(engine, *lines):
    return extract_quotes(article(*lines), engine)


def test_the_subject_of_the_verb_of_saying_speaks(engine):
    (quote,) = quotes(engine, '"The harbour froze over," said Jane Roe.')
    assert (quote.text, quote.kind, quote.speaker, quote.cue.text, quote.method) == (
        "The harbour froze over,",
        "direct",
        "Jane Roe",
        "said",
        "parser",
    )


def test_a_verb_inside_the_marks_binds_nobody(engine):
    (quote,) = quotes(engine, 'A sign: "Jane Roe said no such thing."')
    assert (quote.speaker, quote.reasons) == (None, ("no speaker",))


def test_a_surname_is_called_by_the_fullest_name(engine):
    found = quotes(engine, '"It froze over," Jane Roe said.', '"We had to wait," Roe said.')
    assert [quote.speaker for quote in found] == ["Jane Roe", "Jane Roe"]


def test_a_body_is_an_organisation(engine):
    (quote,) = quotes(engine, '"We lost your letters," Halyard said.')
    assert (quote.speaker, quote.speaker_kind) == ("Halyard", "organisation")


def test_who_has_no_name_is_described_as_printed(engine):
    (quote,) = quotes(engine, '"We lost your letters," the postman said.')
    assert (quote.speaker, quote.speaker_kind, quote.reasons) == (
        "the postman",
        "unnamed",
        ("unnamed source",),
    )


def test_a_pronoun_is_a_mention_but_no_speaker(engine):
    (quote,) = quotes(engine, '"It froze over," she said.')
    assert (quote.speaker, quote.mention.text, quote.reasons) == (None, "she", ("no speaker",))


def test_of_two_speakers_the_nearer_one_speaks(engine):
    found = quotes(engine, '"It froze over," Jane Roe said. "It did not at all," Halyard said.')
    assert [quote.speaker for quote in found] == ["Jane Roe", "Halyard"]


def test_a_single_word_is_nobodys_speech(engine):
    (quote,) = quotes(engine, 'Jane Roe said it was "thin".')
    assert (quote.kind, quote.speaker) == ("unattributed", None)


def test_its_version_names_the_pipeline(engine):
    assert (engine.name, engine.version) == ("spacy", "en_pipeline 0.0.0")


def test_a_pipeline_that_is_missing_is_named():
    with pytest.raises(PipelineMissingError, match="no_such_pipeline"):
        SpacyEngine.load("no_such_pipeline")
