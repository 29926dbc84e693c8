"""A browser's search in a page, simulated: what would it highlight for a directive?"""

from collections.abc import Iterator

from .directive import Fragment
from .visible import collapsed

FOLDED = str.maketrans("’‘‚‛“”„‟", "''''\"\"\"\"")


def folded(words: str) -> str:
    """As the browser compares: case and kinds of quotation marks do not matter. Letter for letter."""
    lower = (small if len(small := letter.lower()) == 1 else letter for letter in collapsed(words))
    return "".join(lower).translate(FOLDED)


class FoldedPage:
    """The blocks of a page as the browser compares them, and the browser's search in them."""

    def __init__(self, blocks: list[str]) -> None:
        self.printed = "\n".join(collapsed(block) for block in blocks)
        self.text = "\n".join(folded(block) for block in blocks)
        self.flat = self.text.replace("\n", " ")  # the same offsets: the passage may cross a line break

    def found(self, words: str, start: int = 0) -> int:
        """Where these words stand next as whole words inside one block, or -1."""
        return self.sought(words, start, self.text)

    def sought(self, words: str, start: int, text: str) -> int:
        at = text.find(words, start)
        while at >= 0 and not self.is_whole(at, at + len(words)):
            at = text.find(words, at + 1)
        return at

    def is_whole(self, start: int, end: int) -> bool:
        return not (joined_word(self.text, start) or joined_word(self.text, end))

    def match(self, fragment: Fragment) -> tuple[int, int] | None:
        """What the browser would highlight: the first passage that fits all parts of the directive."""
        start, end = folded(fragment.start), folded(fragment.end)
        at = self.found(start)
        while at >= 0:
            last = self.found(end, at + len(start)) if end else at + len(start)
            if last < 0:
                return None
            if self.stands_between(fragment, at, last + len(end)):
                return at, last + len(end)
            at = self.found(start, at + 1)
        return None

    def stands_between(self, fragment: Fragment, start: int, end: int) -> bool:
        before, behind = self.text[:start].rstrip(), self.text[end:].lstrip()
        return before.endswith(folded(fragment.prefix)) and behind.startswith(folded(fragment.suffix))

    def passage(self, segments: list[str], prefix: str) -> tuple[int, int] | None:
        """Where the segments follow each other; of several places the one behind ``prefix``."""
        places = list(self.passages([folded(segment) for segment in segments]))
        before = folded(prefix)[-24:]
        fitting = [place for place in places if before and self.flat[: place[0]].rstrip().endswith(before)]
        return next(iter(fitting or places), None)

    def passages(self, segments: list[str]) -> Iterator[tuple[int, int]]:
        at = self.sought(segments[0], 0, self.flat)
        while at >= 0:
            stop = self.end_of(segments, at)
            if stop is None:
                return
            yield at, stop
            at = self.sought(segments[0], at + 1, self.flat)

    def end_of(self, segments: list[str], at: int) -> int | None:
        """Where the last segment ends if the first one stands at ``at`` and the others follow."""
        stop = at + len(segments[0])
        for segment in segments[1:]:
            following = self.sought(segment, stop, self.flat)
            if following < 0:
                return None
            stop = following + len(segment)
        return stop


def joined_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
