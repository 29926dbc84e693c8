"""Citations as tools read them: BibTeX, RIS, CSL-JSON; and as plain text. Pure."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .names import inverted, split_name
from .source import Source

LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
LATEX |= {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}  # BibTeX counts braces behind a backslash too
LATEX |= {mark: f"\\{mark}" for mark in "&%$#_"}


def latex_safe(value: str) -> str:
    return "".join(LATEX.get(letter, letter) for letter in value)


def bibtex(source: Source) -> str:
    fields = {
        "author": " and ".join(bibtex_name(name) for name in source.authors),
        "title": f"{{{latex_safe(source.title)}}}",
        "journal": latex_safe(source.outlet),
        "date": source.published.isoformat() if source.published else "",
        "year": str(source.published.year) if source.published else "",  # for the older styles
        "url": source.url.replace("{", "%7B").replace("}", "%7D"),
        "urldate": source.accessed.isoformat(),
        "note": bibtex_note(source),
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@article{{{source.key},\n{body}\n}}\n"


def bibtex_name(name: str) -> str:
    """BibTeX wants the suffix in the middle; the name of a body is one word to it."""
    parts = split_name(name)
    if not parts.given:
        return f"{{{latex_safe(parts.family)}}}"
    return latex_safe(", ".join(filter(None, (parts.family, parts.suffix, parts.given))))


def bibtex_note(source: Source) -> str:
    said = f"{latex_safe(source.speaker)}: " if source.speaker else ""
    return f"{said}“{latex_safe(source.words)}”. Archived: {latex_safe(source.archive_url)}"


def ris(source: Source) -> str:
    lines = [("TY", "NEWS")]
    lines += [("AU", inverted(name)) for name in source.authors]
    lines += [
        ("TI", source.title),
        ("T2", source.outlet),
        ("PY", str(source.published.year) if source.published else ""),
        ("DA", source.published.strftime("%Y/%m/%d") if source.published else ""),
        ("UR", source.url),
        ("L2", source.archive_url),
        ("Y2", source.accessed.strftime("%Y/%m/%d")),
        ("LA", source.language),
        ("N1", f"{source.speaker}: “{source.words}”" if source.speaker else f"“{source.words}”"),
    ]
    body = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value)
    return f"{body}ER  - \r\n"


def csl_json(source: Source) -> str:
    item = {
        "id": source.key,
        "type": "article-newspaper",
        "title": source.title,
        "container-title": source.outlet,
        "author": [csl_name(name) for name in source.authors],
        "issued": {"date-parts": [date_parts(source.published)]} if source.published else None,
        "accessed": {"date-parts": [date_parts(source.accessed)]},
        "URL": source.url,
        "archive_location": source.archive_url,
        "language": source.language,
        "note": f"{source.speaker}: “{source.words}”" if source.speaker else f"“{source.words}”",
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


def csl_name(name: str) -> dict[str, str]:
    parts = split_name(name)
    if not parts.given:
        return {"literal": parts.family}
    fields = {"family": parts.family, "given": parts.given, "suffix": parts.suffix}
    return {field: value for field, value in fields.items() if value}


def date_parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def with_citation(source: Source) -> str:
    """What "copy quote" copies: the words, who said them, and where they stand."""
    day = f", {source.day}" if source.day else ""
    said = f" — {source.speaker}" if source.speaker else ""
    found = f"{source.outlet}{day}, {source.url}; {source.archived}: {source.archive_url}"
    return f"“{source.words}”{said} ({found})"


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A citation as a download: its suffix, what readers call it, its content type."""

    suffix: str
    label: str
    content_type: str
    written: Callable[[Source], str]


FILE_FORMATS = {
    file_format.suffix: file_format
    for file_format in (
        FileFormat("bib", "BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
        FileFormat("ris", "RIS", "application/x-research-info-systems; charset=utf-8", ris),
        FileFormat("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
        FileFormat("txt", "Text", "text/plain; charset=utf-8", with_citation),
    )
}
