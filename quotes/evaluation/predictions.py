"""What an engine finds in annotated documents."""

from collections.abc import Iterable
from pathlib import Path

from quotes.extraction import Engine
from quotes.inspection import inspected
from quotes.inspection_inputs import INPUT_ERRORS, from_record

from .lines import Json


def predictions(documents: Iterable[Json], folder: Path, engine: Engine, *, generic: bool) -> dict[str, Json]:
    """What ``inspect`` would print for each, by id; paths of pages are relative to ``folder``."""
    return {each["id"]: prediction(each, folder, engine, generic=generic) for each in documents}


def prediction(document: Json, folder: Path, engine: Engine, *, generic: bool) -> Json:
    try:
        given = from_record(document, folder)
        return inspected(given.parsed(generic=generic), given.page.url, engine, offsets=given.is_text)
    except INPUT_ERRORS as error:
        return {"error": str(error), "quotes": []}
