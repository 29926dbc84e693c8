"""The import rules of the design, read off the code itself."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Who may not import what; "!" excepts a part of it.
FORBIDDEN = [
    ("archive", ["quotes"]),
    ("archive/announcements", ["django", "archive.models", "archive.fetch"]),
    ("archive/scrapers", ["django", "archive", "!archive.scrapers"]),
    ("quotes/extraction", ["django", "archive", "quotes", "!quotes.extraction"]),
]
# Libraries that stay in one room, so that another can take their place.
ROOMS = {
    "httpx2": "archive/fetch",
    "httpcore2": "archive/fetch",
    "protego": "archive/fetch",
    "warcio": "archive/captures",
    "feedparser": "archive/announcements",
    "trafilatura": "archive/scrapers",
    "readability": "archive/scrapers",
    "tantivy": "quotes/search",
    "rapidfuzz": "quotes",
    "spacy": "quotes/extraction/spacy_engine",
}
TOP_LEVEL_FOLDERS = {"quotes", "archive", "templates", "tests"}


def sources(folder: str) -> list[Path]:
    """The modules of a folder, or the one module of that name."""
    place = ROOT / folder
    return sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


def imports(path: Path) -> set[str]:
    """The absolute names of all modules that this one imports, wherever in it."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return found


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def offences(folder: str, rules: list[str]) -> list[str]:
    refused = [rule for rule in rules if not rule.startswith("!")]
    allowed = [rule[1:] for rule in rules if rule.startswith("!")]
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(folder)
        for name in sorted(imports(path))
        if any(within(name, package) for package in refused)
        and not any(within(name, package) or within(package, name) for package in allowed)
    ]


@pytest.mark.parametrize(("folder", "rules"), FORBIDDEN)
def test_layer_imports_nothing_above_it(folder, rules):
    assert offences(folder, rules) == []


@pytest.mark.parametrize(("library", "room"), ROOMS.items())
def test_library_stays_in_its_room(library, room):
    users = {
        path.relative_to(ROOT).as_posix()
        for folder in ("archive", "quotes")
        for path in sources(folder)
        if any(within(name, library) for name in imports(path))
    }

    assert [user for user in sorted(users) if not user.startswith((f"{room}/", f"{room}.py"))] == []


def test_imports_resolves_relative_names():
    module = ROOT / "archive" / "scrapers" / "base.py"

    assert "collections.abc.Mapping" in imports(module)
    assert "archive.models.capture.Capture" in imports(ROOT / "archive" / "models" / "reading.py")


def test_top_level_holds_what_the_design_names():
    folders = {place.name for place in ROOT.iterdir() if place.is_dir()}

    assert {name for name in folders if not name.startswith((".", "__"))} == TOP_LEVEL_FOLDERS
