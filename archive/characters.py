"""Characters that no database of ours can hold."""

import re
from typing import Any

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(value: Any) -> Any:
    """Text, or the texts of a list, with U+FFFD for NUL and lone surrogates: offsets stay as they are."""
    if isinstance(value, str):
        return UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, (list, tuple)):
        return [storable(each) for each in value]
    return value
