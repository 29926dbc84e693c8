"""Compare what the engine finds with annotated articles, and show the errors."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotes.engines import configured_engine
from quotes.evaluation import Evaluation, evaluate_pages, evaluate_text
from quotes.evaluation.browser import error_browser, figure_text
from quotes.evaluation.lines import FOUND, NEEDED, GoldError, read_lines
from quotes.evaluation.predictions import predictions

FORMS = {"text": evaluate_text, "pages": evaluate_pages}


class Command(BaseCommand):
    help = "Print how well the engine reads annotated articles (JSON lines); the last line is JSON."
    requires_system_checks = ()

    def add_arguments(self, parser) -> None:
        parser.add_argument("gold", metavar="GOLD.jsonl", type=Path)
        parser.add_argument("--form", choices=FORMS, default="text", help="default: %(default)s")
        parser.add_argument("--generic", action="store_true", help="read pages without publishers' scrapers")
        parser.add_argument(
            "--predicted", type=Path, metavar="FILE", help="what inspect printed, instead of running"
        )
        parser.add_argument("--html", type=Path, metavar="FILE", help="write every error with its article")

    def handle(self, gold: Path, form: str, predicted: Path | None, *, generic: bool, **options) -> None:
        try:
            documents = read_lines(gold, NEEDED[form])
            if predicted:
                found = {each["id"]: each for each in read_lines(predicted, FOUND[form])}
            else:
                found = predictions(documents, gold.parent, configured_engine(), generic=generic)
            evaluation = FORMS[form](documents, found)
        except GoldError as error:
            raise CommandError(str(error)) from error
        self.print_figures(evaluation)
        if options["html"]:
            self.write(options["html"], error_browser(evaluation, gold.name))

    def write(self, file: Path, page: str) -> None:
        try:
            file.write_text(page, encoding="utf-8", errors="replace")
        except OSError as error:
            raise CommandError(f"{file} cannot be written ({error.strerror}): name another file.") from error

    def print_figures(self, evaluation: Evaluation) -> None:
        figures = evaluation.figures
        for name, value in figures.items():
            self.stdout.write(f"{name:26s} {figure_text(value)}")
        rounded = {name: round(value, 4) for name, value in figures.items()}
        self.stdout.write(json.dumps(rounded))
