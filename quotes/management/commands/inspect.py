"""Read documents and print what is found in them, as JSON; nothing is stored and no database is needed."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotes.engines import configured_engine
from quotes.extraction import Engine
from quotes.inspection import Json, inspected
from quotes.inspection_inputs import INPUT_ERRORS, Input, from_record, from_source, lines_of, record_of


class Command(BaseCommand):
    help = "Print the article and the quotes of a page or text as JSON, without storing anything."
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("source", nargs="?", default="-", metavar="PATH|URL|-")
        parser.add_argument("--jsonl", action="store_true", help="one JSON object a line in, one a line out")
        parser.add_argument("--text", action="store_true", help="the input is plain text, not HTML")
        parser.add_argument("--generic", action="store_true", help="read pages without publishers' scrapers")
        parser.add_argument(
            "--url", default="", metavar="ADDRESS", help="the address that a file was saved from"
        )

    def handle(self, source: str, *, jsonl: bool, text: bool, generic: bool, url: str, **options) -> None:
        engine = configured_engine()
        try:
            if jsonl:
                self.print_lines(source, engine, generic=generic)
            else:
                document = from_source(source, sys.stdin.buffer, url=url, is_text=text)
                self.print_json(examined(document, engine, generic=generic), indent=2)
        except INPUT_ERRORS as error:
            raise CommandError(str(error)) from error

    def print_lines(self, source: str, engine: Engine, *, generic: bool) -> None:
        total = failed = 0
        for line, folder in lines_of(source, sys.stdin.buffer):
            result = examined_line(line, folder, engine, generic=generic)
            total += 1
            failed += "error" in result
            self.print_json(result)
        if failed:
            raise CommandError(f"{failed} of {total} documents could not be read; their lines say why.")

    def print_json(self, result: Json, indent: int | None = None) -> None:
        self.stdout.write(json.dumps(result, ensure_ascii=False, indent=indent))


def examined(document: Input, engine: Engine, *, generic: bool) -> Json:
    parsed = document.parsed(generic=generic)
    return inspected(parsed, document.page.url, engine, offsets=document.is_text)


def examined_line(line: bytes, folder: Path, engine: Engine, *, generic: bool) -> Json:
    """What is in the document of one line, under its ``id``; an error of any kind stays with that line."""
    name = None
    try:
        record = record_of(line)
        name = record.get("id")
        return {"id": name, **examined(from_record(record, folder), engine, generic=generic)}
    except INPUT_ERRORS as error:
        return {"id": name, "error": str(error), "quotes": []}
    except Exception as error:  # noqa: BLE001 -- one line's trouble must not end the run
        return {"id": name, "error": f"{type(error).__name__}: {error}", "quotes": []}
