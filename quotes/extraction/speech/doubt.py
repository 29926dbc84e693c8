"""What readers of news do not take for speech, though annotators of attributions do."""

import re

from quotes.extraction.syntax import BEING

from .marked import Marked

# "The festival, called ..." and "a festival known as ...": the verb has no subject, a thing stands before it.
NAMED = re.compile(r"[,xdb]R?[VTv]P?$")
# "A feature it is calling ...", but not "what it is calling ...".
NAMING = re.compile(r"[xdbN]W?H[gA][VTvx]$")
TERM = 3
# A verb of saying ("the statement reads"), but of a title it is what one does with books.
READ = frozenset({"read", "reads", "reading"})

# The so-called "skate lane", the term "skate lane": words as words.
AS_WORDS = frozenset({"so-called", "term", "word", "name"})


def doubt(passage: Marked) -> float:
    """What is taken off the score of words that editors hardly ever mean as speech.

    Annotated articles count generously what somebody may have said; readers of news do not take
    for speech: a term in front of its noun ("quick edit" feature), a term that comes again and
    again, a capitalised title that nobody is just saying. How much each takes off was weighed on
    articles that the weights had not been learned from.
    """
    short = len(passage.words) <= TERM
    bare = short and passage.inner == "bare"
    return (
        0.4 * bare
        + 0.6 * (bare and passage.again > 1)
        + 0.9 * (short and before_its_noun(passage))
        + (short and passage.word(-1) in AS_WORDS)
        + unsaid_title(passage)
        + 2.0 * called(passage)
        + 2.0 * by_its_author(passage)
        + 4.0 * often_called(passage)
        + 5.0 * newly_named(passage)
    )


def capitalised(passage: Marked) -> bool:
    return passage.case in ("title", "all")


def before_its_noun(passage: Marked) -> bool:
    """The "quick edit" feature."""
    before = passage.scene.outline.classes[passage.setting.token - 1] if passage.setting.left else "^"
    return passage.setting.right[:1] in ("x", "p", "b", "d") and before in ("D", "S", "g", "x", "N", "R")


def called(passage: Marked) -> bool:
    """Does a capitalised passage stand behind a word of naming that has no subject, or is passive?"""
    if passage.naming not in ("before 1", "before 2") or not capitalised(passage):
        return False
    outline, token = passage.scene.outline, passage.setting.token
    verb = token - 2 if outline.classes[token - 1] == "P" else token - 1
    passive = outline.low[verb - 1] in BEING if verb > passage.first else False
    return passive or NAMED.search(outline.classes, passage.first, token) is not None


def by_its_author(passage: Marked) -> bool:
    """ "The Ice Pilots," by Ingrid Vale."""
    return capitalised(passage) and passage.word(1) == "by" and passage.setting.right[1:2] == "N"


def newly_named(passage: Marked) -> bool:
    """A feature it is calling "Athlete Intelligence": its maker names a thing."""
    classes = passage.scene.outline.classes
    return (
        passage.word(-1) == "calling"
        and NAMING.search(classes, passage.first, passage.setting.token) is not None
    )


def often_called(passage: Marked) -> bool:
    """It is often called the "Venice of the North": by nobody in particular."""
    low, token = passage.scene.outline.low, passage.setting.token
    before = low[max(passage.first, token - 4) : token]
    language = passage.scene.language
    named = passage.naming in ("before 1", "before 2")
    return named and "by" not in before and not language.words("attribution", "habitually").isdisjoint(before)


def unsaid_title(passage: Marked) -> bool:
    """A title beside no verb of saying, colon or comma."""
    right = passage.setting.right
    before = passage.scene.outline.classes[passage.setting.token - 1] if passage.setting.left else "^"
    before = "read" if passage.word(-1) in READ else before
    said_so = before in ("V", ":", ",") or right[:1] in ("V", "H") or right[1:2] == "V"
    title = capitalised(passage) and len(passage.words) > 1 and not passage.text.isupper()
    return title and not said_so
