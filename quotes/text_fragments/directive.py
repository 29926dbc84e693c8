"""A text directive as it stands in an address."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Fragment:
    """The passage ``start``, or from ``start`` to ``end``; ``prefix`` and ``suffix`` tell it from others."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        parts = [
            f"{encoded(self.prefix)}-" if self.prefix else "",
            encoded(self.start),
            encoded(self.end),
            f"-{encoded(self.suffix)}" if self.suffix else "",
        ]
        return "#:~:text=" + ",".join(part for part in parts if part)


def encoded(words: str) -> str:
    """Percent-encoded with what has a meaning in a directive: the dash, which ``quote`` leaves alone, too."""
    return quote(words, safe="").replace("-", "%2D")
