"""The table of hard cases: a Markdown file that people read, as articles and the quotes expected in them."""

import re
from dataclasses import dataclass, field, fields
from pathlib import Path

from quotes.extraction import Document, ExtractedQuote, Paragraph, Span, default_engine, extract_quotes

ROLE = re.compile(r"\[([a-z ]+)\] ")
QUOTE = re.compile(r"- (.+?) \((direct|mixed|indirect|unattributed)\): (.+)")
UNKNOWN = {"?": None, "nobody": None}


@dataclass(frozen=True)
class Expected:
    """A quote as the table writes it; ``details`` are the fields that are compared besides."""

    speaker: str | None
    kind: str
    segments: tuple[str, ...]
    details: dict[str, str] = field(default_factory=dict)


@dataclass
class Case:
    """One heading of the table."""

    rule: str
    language: str = "en"
    lines: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)

    @property
    def document(self) -> Document:
        paragraphs, start = [], 0
        for line in self.lines:
            role = ROLE.match(line)
            text = line[role.end() :] if role else line
            name = role.group(1).replace(" ", "_") if role else "body"
            paragraphs.append(Paragraph(text, name, start))
            start += len(text) + 1
        return Document(tuple(paragraphs), self.language, title="The ice", authors=tuple(self.authors))

    def found(self) -> list[Expected]:
        """What the engine finds, with the same details as are expected of the quote in its place."""
        quotes = extract_quotes(self.document, default_engine())
        wanted = [each.details for each in self.expected] + [{}] * len(quotes)
        return [as_expected(quote, details) for quote, details in zip(quotes, wanted, strict=False)]


def as_expected(quote: ExtractedQuote, details: dict[str, str]) -> Expected:
    segments = tuple(segment.text for segment in quote.segments)
    return Expected(quote.speaker, quote.kind, segments, {name: detail(quote, name) for name in details})


def detail(quote: ExtractedQuote, name: str) -> str:
    value = getattr(quote, name)
    return value.text if isinstance(value, Span) else str(value)


def read_cases(path: Path, language: str = "en") -> list[Case]:
    """The cases of a table; a line that is neither heading, article nor quote is a mistake."""
    cases: list[Case] = []
    body = path.read_text(encoding="utf-8").split("\n## ", 1)[1]
    for line in body.splitlines()[1:]:
        if line.startswith("### "):
            cases.append(Case(line.removeprefix("### "), language))
        elif line and not line.startswith("## "):
            read_line(cases[-1], line)
    return cases


def read_line(case: Case, line: str) -> None:
    if line.startswith("> [by] "):
        case.authors.append(line.removeprefix("> [by] "))
    elif line.startswith("> "):
        case.lines.append(line.removeprefix("> "))
    elif line.startswith("  - "):
        name, value = line.removeprefix("  - ").split(": ", 1)
        case.expected[-1].details[field_name(name)] = value
    else:
        speaker, kind, words = QUOTE.fullmatch(line).groups()
        case.expected.append(Expected(UNKNOWN.get(speaker, speaker), kind, tuple(words.split(" / "))))


def field_name(name: str) -> str:
    field_of_quote = name.replace(" ", "_")
    assert field_of_quote in {each.name for each in fields(ExtractedQuote)}, name
    return field_of_quote
