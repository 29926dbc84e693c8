"""``make run`` installs requirements.txt alone: the program may import nothing else."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent
OWN = {"archive", "quotes"}
OPTIONAL = {"spacy"}  # imported where somebody has configured it


def imported() -> set[str]:
    """The outermost packages that the program's files import."""
    files = [file for package in OWN for file in (ROOT / package).rglob("*.py")]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    found = {name.partition(".")[0] for name in whole | parts if name}
    return found - set(sys.stdlib_module_names) - OWN - OPTIONAL


def required() -> set[str]:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return {re.split(r"[=\[ ]", line)[0].lower() for line in lines if re.match(r"\w", line)}


def test_program_imports_only_what_make_run_installs():
    distributions = packages_distributions()
    names = {name: {one.lower().replace("_", "-") for one in distributions[name]} for name in imported()}

    assert {name for name, known in names.items() if known.isdisjoint(required())} == set()
