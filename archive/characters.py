"""Characters that no database of ours, or no XML, can hold."""

import re
from typing import Any

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def storable(value: Any) -> Any:
    """Text, or the texts of a list, with U+FFFD for NUL and lone surrogates: offsets stay as they are."""
    if isinstance(value, str):
        return UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, (list, tuple)):
        return [storable(each) for each in value]
    return value


def in_xml(text: str) -> str:
    """With U+FFFD for what XML 1.0 cannot hold: one such sign would break the whole document."""
    return NO_XML.sub("\ufffd", text)
