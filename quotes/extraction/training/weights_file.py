"""The weights as a readable file: where they come from first, then one table a ranker."""

import hashlib
import json
from pathlib import Path

from quotes.extraction.language import Language
from quotes.extraction.ranker import Weights

from .attribution import counted, train
from .gold import read_examples


def train_file(source: Path, language: Language) -> dict[str, object]:
    """Weights learned from annotated articles, with their provenance."""
    examples = list(read_examples(source, language))
    tables: dict[str, Weights] = train(examples)
    provenance = {
        "language": language.code,
        "trained_on": source.name,
        "sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
        **counted(examples),
        "method": "linear rankers, softmax over candidates, AdaGrad",
        "command": f"manage.py train_attribution {source.name}",
    }
    return {"provenance": provenance, **tables}


def write_weights(data: dict[str, object], target: Path) -> None:
    """Writes the file, one weight a line, the same bytes for the same weights."""
    target.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
