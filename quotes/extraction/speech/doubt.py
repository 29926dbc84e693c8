"""What readers of news do not take for speech, though annotators of attributions do."""

import re

from .marked import Marked

# "The festival, called ..." and "a festival known as ...": the verb has no subject, a thing stands before it.
NAMED = re.compile(r"[,xdb]R?[VTv]P?$")
DOUBT = 1.0
BARE_DOUBT = 0.6
TERM = 3
# A verb of saying ("the statement reads"), but of a title it is what one does with books.
READ = frozenset({"read", "reads", "reading"})


def doubt(passage: Marked) -> float:
    """What is taken off the score of words that editors hardly ever mean as speech.

    Annotated articles count generously what somebody may have said; readers of news do not take
    for speech: a term in front of its noun ("quick edit" feature), a term that comes again and
    again, a capitalised title that nobody is just saying.
    """
    bare = len(passage.words) <= TERM and passage.inner == "bare"
    term = len(passage.words) <= TERM and before_its_noun(passage)
    signs = called(passage) + term + (bare and passage.again > 1) + unsaid_title(passage)
    return DOUBT * signs + BARE_DOUBT * bare


def capitalised(passage: Marked) -> bool:
    return passage.case in ("title", "all")


def before_its_noun(passage: Marked) -> bool:
    """The "quick edit" feature."""
    before = passage.scene.outline.classes[passage.setting.token - 1] if passage.setting.left else "^"
    return passage.setting.right[:1] in ("x", "p", "b", "d") and before in ("D", "S", "g", "x", "N", "R")


def called(passage: Marked) -> int:
    """Does a capitalised passage stand behind a word of naming (1), which has no subject (2)?"""
    if passage.naming not in ("before 1", "before 2") or not capitalised(passage):
        return 0
    classes = passage.scene.outline.classes
    return 1 + (NAMED.search(classes, passage.first, passage.setting.token) is not None)


def unsaid_title(passage: Marked) -> bool:
    """A title beside no verb of saying, colon or comma."""
    right = passage.setting.right
    before = passage.scene.outline.classes[passage.setting.token - 1] if passage.setting.left else "^"
    before = "read" if passage.word(-1) in READ else before
    said_so = before in ("V", ":", ",") or right[:1] in ("V", "H") or right[1:2] == "V"
    title = capitalised(passage) and len(passage.words) > 1 and not passage.text.isupper()
    return title and not said_so
