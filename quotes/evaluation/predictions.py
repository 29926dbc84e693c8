"""What an engine finds in annotated documents, or what was found in them before."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quotes.errors import QuoteError
from quotes.extraction import Engine
from quotes.inspection import inspected
from quotes.inspection_inputs import INPUT_ERRORS, from_record

Json = dict[str, Any]


class GoldError(QuoteError):
    """The file does not hold annotated documents; the message says which line and why."""


# What a document and each of its quotes must have.
FOUND = ({"id", "quotes"}, {"segments", "kind"})
NEEDED = {
    "text": ({"id", "text", "quotes"}, {"kind", "quoted", "speaker", "speaker_mention"}),
    "pages": ({"id", "quotes"}, {"kind", "text", "speaker"}),
}


def read_lines(path: Path, needed: tuple[set[str], set[str]]) -> list[Json]:
    """The documents of a file, one JSON object a line, with these fields; raises ``GoldError``."""
    try:
        # Not splitlines: JSON may hold the line separators that Unicode knows besides.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} cannot be read: {error}") from error
    documents = [
        document_of(line, needed, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip()
    ]
    if not documents:
        raise GoldError(f"{path} is empty: one JSON object a line is expected.")
    return documents


def document_of(line: str, needed: tuple[set[str], set[str]], place: str) -> Json:
    try:
        document = json.loads(line)
    except ValueError as error:
        raise GoldError(f"{place} is not JSON: {error}") from error
    check(document, needed[0], place)
    for number, quote in enumerate(document["quotes"], 1):
        check(quote, needed[1], f"{place}, quote {number}")
    return document


def check(found: Any, needed: set[str], place: str) -> None:
    if not isinstance(found, dict):
        raise GoldError(f"{place} is no JSON object.")
    missing = ", ".join(sorted(needed - found.keys()))
    if missing:
        raise GoldError(f"{place} lacks {missing}.")


def predictions(documents: Iterable[Json], folder: Path, engine: Engine, *, generic: bool) -> dict[str, Json]:
    """What ``inspect`` would print for each, by id; paths of pages are relative to ``folder``."""
    return {each["id"]: prediction(each, folder, engine, generic=generic) for each in documents}


def prediction(document: Json, folder: Path, engine: Engine, *, generic: bool) -> Json:
    try:
        given = from_record(document, folder)
        return inspected(given.parsed(generic=generic), given.page.url, engine, offsets=given.is_text)
    except INPUT_ERRORS as error:
        return {"error": str(error), "quotes": []}
