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
    found = set()
    for package in OWN:
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - OWN - OPTIONAL


def required() -> set[str]:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return {re.split(r"[=\[ ]", line)[0].lower() for line in lines if re.match(r"\w", line)}


def test_program_imports_only_what_make_run_installs():
    distributions = packages_distributions()
    names = {name: {one.lower().replace("_", "-") for one in distributions[name]} for name in imported()}

    assert {name for name, known in names.items() if known.isdisjoint(required())} == set()
