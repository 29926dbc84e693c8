"""Cells of tables that a spreadsheet would run, made plain text by an apostrophe, and read so again. Pure.

Which they are: https://owasp.org/www-community/attacks/CSV_Injection
"""

from typing import Any

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def escaped(value: Any) -> Any:
    """What to write for this value; what is no text stays as it is."""
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value


def unescaped(value: Any) -> Any:
    """The value for which ``escaped`` gave this."""
    is_escaped = isinstance(value, str) and value.startswith("'") and is_formula(value)
    return value[1:] if is_escaped else value


def is_formula(text: str) -> bool:
    """Also one behind apostrophes, lest one of them be taken for ours."""
    return text.lstrip("'").startswith(STARTS)
