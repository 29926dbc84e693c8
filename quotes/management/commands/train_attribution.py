"""Learn the extraction engine's weights from annotated articles."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotes.evaluation.lines import TRAINED, GoldError, read_lines
from quotes.extraction.language import load_language
from quotes.extraction.patterns import load_phrasebook
from quotes.extraction.ranker import FOLDER
from quotes.extraction.training.weights_file import train_file, write_weights


class Command(BaseCommand):
    help = "Learn the weights of the extraction engine from annotated articles (JSON lines)."

    def add_arguments(self, parser) -> None:
        parser.add_argument("train", metavar="TRAIN.jsonl", type=Path)
        parser.add_argument("--language", default="en", help="ISO 639-1 code (default: en)")
        parser.add_argument(
            "--output", type=Path, help="where to write the weights (default: the engine's own)"
        )

    def handle(self, train: Path, language: str, output: Path | None = None, **options) -> None:
        words = load_language(language)
        if words is None:
            raise CommandError(
                f"There are no words for the language {language!r} in quotes/extraction/languages."
            )
        if load_phrasebook(language):
            raise CommandError(
                f"The language {language!r} is read by the patterns of languages/{language}.toml:"
                " there are no weights to learn."
            )
        self.ensure_annotated(train)
        target = output or FOLDER / f"{language}.json"
        try:
            write_weights(train_file(train, words), target)
        except OSError as error:
            raise CommandError(
                f"{target} cannot be written ({error.strerror}): name another file."
            ) from error
        self.stdout.write(f"Wrote {target}, {target.stat().st_size:,} bytes.")

    def ensure_annotated(self, train: Path) -> None:
        """Before anything is learned: of nothing, the engine would learn to find nobody."""
        try:
            articles = read_lines(train, TRAINED)
        except GoldError as error:
            raise CommandError(str(error)) from error
        if not any(article["quotes"] for article in articles):
            raise CommandError(f"{train} has no annotated quote: there is nothing to learn from it.")
