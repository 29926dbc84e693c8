"""Plain text as it is: its lines as paragraphs that point into it, without the furniture after it."""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from .base import Page, Paragraph, Parsed
from .encoding import decode
from .errors import EmptyPageError
from .furniture import text_is_furniture
from .language import language_of

Span = tuple[int, int]

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
BLANK = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")
SENTENCE_END = re.compile(r"[.!?:;…\"”’')\]]\s*$")
TITLE_END = re.compile(r"[.!…\"”]\s*$")
MOST_TITLE_WORDS = 25
# What a site's template prints below an article, and nothing else does (in small letters).
AFTER = re.compile(
    r"(?:leave a (?:comment|reply)|(?:post|add) a comment|comments are closed|cancel reply|post navigation|"
    r"your email address will not be published|required fields are marked|save my name, email|"
    r"(?:scroll|back) to top|share this(?: article| story| post)?:?$|related (?:posts|articles|stories):?$)"
)
MOST_AFTER_WORDS = 15  # of a line below such a line that is not text again
WRAPPED_LINES = 3
WRAPPED_LENGTH = (40, 100)  # median at least, maximum at most, in characters


class Plain:
    """Reads plain text."""

    name = "plain"
    version = "1"

    def parse(self, page: Page) -> Parsed:
        """The article in this text; raises ``EmptyPageError`` where there is none."""
        return parsed_text(decode(page.content, page.headers), page.url)


def parsed_text(text: str, url: str = "") -> Parsed:
    """The article in ``text``, which the result keeps to the character: offsets count in exactly that.

    Raises ``EmptyPageError`` if it holds no word.
    """
    spans = [*paragraph_spans(text)]
    if not spans:
        raise EmptyPageError("The text is empty.", url)
    kept = spans[: end_of_article([text[start:end] for start, end in spans])]
    titled = len(spans) > 1 and is_title(text[slice(*spans[0])])
    paragraphs = tuple(
        Paragraph(text[start:end], "headline" if titled and position == 0 else "body", start)
        for position, (start, end) in enumerate(kept)
    )
    title = paragraphs[0].text if titled else ""
    return Parsed(text, paragraphs, title=title, language=language_of(text))


def paragraph_spans(text: str) -> Iterator[Span]:
    """The offsets of the paragraphs: of each line, or of all lines of a passage whose lines are wrapped."""
    start = 0
    for end, following in [
        *((blank.start(), blank.end()) for blank in BLANK.finditer(text)),
        (len(text), len(text)),
    ]:
        lines = [span for found in LINE.finditer(text, start, end) if (span := stripped(text, *found.span()))]
        if is_wrapped([text[slice(*span)] for span in lines]):
            yield lines[0][0], lines[-1][1]
        else:
            yield from lines
        start = following


def stripped(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends, or ``None`` if nothing is left."""
    line = text[start:end]
    bare = line.strip()
    if not bare:
        return None
    first = start + len(line) - len(line.lstrip())
    return first, first + len(bare)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether these lines are one paragraph, broken to fit a width: most end in mid-sentence."""
    if len(lines) < WRAPPED_LINES or max(map(len, lines)) > WRAPPED_LENGTH[1]:
        return False
    broken = sum(not SENTENCE_END.search(line) for line in lines[:-1])
    return 2 * broken >= len(lines) - 1 and median(map(len, lines[:-1])) >= WRAPPED_LENGTH[0]


def is_title(line: str) -> bool:
    return len(line.split()) <= MOST_TITLE_WORDS and not TITLE_END.search(line)


def end_of_article(lines: Sequence[str]) -> int:
    """How many of the lines are the article; at least one, whatever they say.

    What follows is cut only where every line below is furniture or as short as a form's labels: an
    article that merely mentions such words keeps all its text.
    """
    end = len(lines)
    for position in range(len(lines) - 1, 0, -1):
        below = lines[position].lower()
        if AFTER.match(below):
            end = position
        elif not text_is_furniture(lines[position]) and len(below.split()) > MOST_AFTER_WORDS:
            break
    while end > 1 and text_is_furniture(lines[end - 1]):
        end -= 1
    return end
