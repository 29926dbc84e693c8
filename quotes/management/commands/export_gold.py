"""Write what curators decided as annotated articles, to measure the engine by and to train it with."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotes.gold import documents


class Command(BaseCommand):
    help = "Write the articles whose quotes are all decided as annotated articles (JSON lines)."

    def add_arguments(self, parser) -> None:
        parser.add_argument("file", metavar="GOLD.jsonl", type=Path, help="to be written; must not exist")

    def handle(self, file: Path, **options) -> None:
        articles = quotes = 0
        try:
            with file.open("x", encoding="utf-8") as out:
                for document in documents():
                    out.write(json.dumps(document, ensure_ascii=False) + "\n")
                    articles += 1
                    quotes += len(document["quotes"])
        except FileExistsError as error:
            raise CommandError(f"{file} exists: remove it, or name another file.") from error
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error}") from error
        self.stdout.write(f"{quotes} quotes of {articles} articles are in {file}.")
