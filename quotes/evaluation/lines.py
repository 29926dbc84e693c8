"""Annotated documents, or what was found in them, as files: one JSON object a line, held against its form."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.errors import QuoteError

Json = dict[str, Any]
Fields = dict[str, tuple[Callable[[Any], bool], bool]]


class GoldError(QuoteError):
    """The file does not hold annotated documents; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a document and each of its quotes must have."""

    document: frozenset[str]
    quote: frozenset[str]
    places: str  # how segments and mentions are given: by "offsets" or by "words"


FOUND = {
    name: Form(frozenset({"id", "quotes"}), frozenset({"segments", "kind"}), places)
    for name, places in (("text", "offsets"), ("pages", "words"))
}
NEEDED = {
    "text": Form(
        frozenset({"id", "text", "quotes"}),
        frozenset({"kind", "quoted", "speaker", "speaker_mention"}),
        "offsets",
    ),
    "pages": Form(frozenset({"id", "quotes"}), frozenset({"kind", "text", "speaker"}), "words"),
}
TRAINED = Form(frozenset({"text", "quotes"}), NEEDED["text"].quote | {"speaker_type"}, "offsets")


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(is_text, value))


def is_span(value: Any) -> bool:
    """``[start, end]``, of characters."""
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(each) is int for each in value)
        and 0 <= value[0] <= value[1]
    )


def are_spans(value: Any) -> bool:
    return isinstance(value, list) and all(map(is_span, value))


def is_mention(value: Any) -> bool:
    """``{"start", "end", "text"}``."""
    return (
        isinstance(value, dict)
        and is_span([value.get("start"), value.get("end")])
        and is_text(value.get("text"))
    )


def are_paragraphs(value: Any) -> bool:
    """Texts, or as ``inspect`` prints them: objects with a ``text``."""
    return isinstance(value, list) and all(
        is_text(each) or (isinstance(each, dict) and is_text(each.get("text"))) for each in value
    )


# What a field must be where it stands, and whether null may stand for nothing known.
FIELDS: Fields = {
    "id": (lambda value: is_text(value) or type(value) is int, False),
    "text": (is_text, False),
    "kind": (is_text, False),
    "quoted": (are_spans, False),
    "title": (lambda value: is_text(value) or are_texts(value), True),
    "date": (is_text, True),
    "published": (is_text, True),
    "authors": (are_texts, True),
    "paragraphs": (are_paragraphs, True),
    "speaker": (is_text, True),
    "speaker_mention": (is_mention, True),
    "speaker_type": (is_text, True),
    "speaker_basis": (is_text, True),
    "also": (lambda value: isinstance(value, list) and all(e is None or is_text(e) for e in value), False),
    "paragraph": (lambda value: type(value) is int and value >= 0, True),
    "confidence": (is_number, True),
}
PLACES: dict[str, Fields] = {
    "offsets": {"segments": (are_spans, False), "mention": (is_mention, True)},
    "words": {"segments": (are_texts, False)},
}


def read_lines(path: Path, form: Form) -> list[Json]:
    """The documents of a file, each of this form; raises ``GoldError``."""
    try:
        # Not splitlines: JSON may hold the line separators that Unicode knows besides.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} cannot be read: {error}") from error
    documents = [
        document_of(line, form, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip()
    ]
    if not documents:
        raise GoldError(f"{path} is empty: one JSON object a line is expected.")
    return documents


def document_of(line: str, form: Form, place: str) -> Json:
    try:
        document = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{place} is not JSON: {error}") from error
    check(document, form.document, form, place)
    if not isinstance(document["quotes"], list):
        raise GoldError(f"{place}: “quotes” is no list.")
    for number, quote in enumerate(document["quotes"], 1):
        check(quote, form.quote, form, f"{place}, quote {number}")
    return document


def check(found: Any, needed: frozenset[str], form: Form, place: str) -> None:
    if not isinstance(found, dict):
        raise GoldError(f"{place} is no JSON object.")
    missing = ", ".join(sorted(needed - found.keys()))
    if missing:
        raise GoldError(f"{place} lacks {missing}.")
    fields = FIELDS | PLACES[form.places]
    for name in fields.keys() & found.keys():
        fits, nullable = fields[name]
        if not (fits(found[name]) or (nullable and found[name] is None)):
            raise GoldError(f"{place}: “{name}” is not as expected, but {json.dumps(found[name])[:60]}.")
