"""Is a marked passage somebody's speech, or a title, a term, a nickname?"""

import re

from .scene import Scene, key_of, window
from .setting import Setting
from .word_classes import word_classes

LENGTHS = (1, 2, 3, 4, 5, 7, 10, 15, 25)


def speech_features(scene: Scene, quote: Setting, text: str, best: list[str], chance: float) -> list[str]:
    """``best`` are the pair features of the likeliest speaker, ``chance`` its share."""
    outline, token = scene.outline, quote.token
    low, classes = outline.low, outline.classes
    first, last = window(outline, token)
    words = text.split()
    length = next((limit for limit in LENGTHS if len(words) <= limit), 99)
    before = low[token - 1] if token > first else "^"
    after = low[token + 1] if token + 1 < last else "$"
    ending = text[-1:] if text[-1:] in ".,?!;:" else "word"
    size = "short" if length <= 4 else "middle" if length <= 10 else "long"
    passage = scene.passages[outline.passage[token]]
    case = case_of(words)
    before2 = low[token - 2] if token - 1 > first else "^"
    place = place_of(scene, quote)
    governor = low[quote.governor] if quote.governor >= 0 else "none"
    gap = min(6, abs(token - quote.governor)) if quote.governor >= 0 else 9
    inner = inner_of(words, scene)
    return [
        f"inner={inner} {size}",
        f"inner={inner} length={length} {before}",
        f"inner={inner} {case} {ending}",
        f"inner={inner} bound={bound_of(best)}",
        f"inner={inner} after={quote.right[:1]} before={classes[max(first, token - 1) : token]}",
        f"minor={scene.minor_marks(passage)} {size}",
        f"place={place} {case} {size}",
        f"naming={naming(scene, token, first, last)} {size}",
        f"naming={naming(scene, token, first, last)} {case}",
        f"before2={before2} {before}",
        f"before2={before2} {size}",
        f"governor={governor} {size}",
        f"gap={gap} {size} {'after' if quote.governor > token else 'before'}",
        f"gap={gap} {case} ending={ending}",
        f"again={again(scene, text)} {size}",
        f"before={before} case={case}",
        f"after={after} {size}",
        f"right={quote.right[:1]} ending={ending} {case}",
        f"bound={bound_of(best)} {size}",
        f"bound={bound_of(best)} {case} {ending}",
        "bias",
        f"length={length}",
        f"before={before}",
        f"before={before} {size}",
        f"after={after}",
        f"left={classes[max(first, token - 2) : token]} {size}",
        f"left={classes[max(first, token - 3) : token]}",
        f"right={quote.right[:2]} {size}",
        f"case={case} length={length}",
        f"case={case} ending={ending}",
        f"ending={ending} {size}",
        f"shape={quote.shape}",
        f"chance={int(chance * 8)} {size}",
        f"sayers={min(2, len(quote.sayers))} {size}",
        f"left={classes[max(first, token - 1) : token]} right={quote.right[:1]} case={case} {size}",
        f"said={said(scene, quote)} {size}",
        f"opening={words[0].lower() if words else ''}",
        f"others={min(4, classes[first:last].count('Q'))} {size}",
        *(f"{size} {feature}" for feature in best if feature.startswith(("path=", "verb=", "kind="))),
    ]


def inner_of(words: list[str], scene: Scene) -> str:
    """What sorts of small words the passage has: a term ("carried interest") has none, speech has many."""
    known = word_classes(scene.language)
    letters = {known.get(word.strip(".,;:?!'’()").lower(), "x") for word in words[:INNER]}
    found = [name for name, group in INNER_GROUPS if not letters.isdisjoint(group)]
    return "+".join(found) or "bare"


INNER = 40
INNER_GROUPS = (("pronoun", "HS"), ("verb", "AV"), ("determiner", "D"), ("particle", "PCWR"))


def bound_of(best: list[str]) -> str:
    """How the likeliest speaker hangs on the verb of the quote."""
    return next((feature for feature in best if feature.startswith("governs=")), "none")


def place_of(scene: Scene, quote: Setting) -> str:
    """In a heading or in the text."""
    text = scene.document.paragraphs[quote.paragraph].text.rstrip()
    short = len(text) < HEADING and text.count(". ") == 0
    return "heading" if short and text[-1:].isalnum() else "text"


HEADING = 100


def naming(scene: Scene, token: int, first: int, last: int) -> str:
    """Does a word right before or after say that something is called so?"""
    words = scene.language.words("attribution", "naming")
    low = scene.outline.low
    for distance in range(1, 4):
        if token - distance >= first and low[token - distance] in words:
            return f"before {distance}"
    return "after" if token + 1 < last and low[token + 1] in words else "no"


def again(scene: Scene, text: str) -> int:
    """How often the article marks these very words (a term comes back)."""
    return min(3, scene.said[key_of(text)])


def case_of(words: list[str]) -> str:
    """How the words are capitalised: like a title, a sentence, a fragment."""
    letters = [word.strip("'’“\"(") for word in words]
    letters = [word for word in letters if word and word[0].isalpha()]
    if not letters:
        return "none"
    capital = sum(word[0].isupper() for word in letters)
    if capital == len(letters):
        return "all"
    long = [word for word in letters if len(word) > 3]
    if len(letters) > 1 and long and all(word[0].isupper() for word in long) and letters[0][0].isupper():
        return "title"
    return "sentence" if letters[0][0].isupper() else "fragment"


def said(scene: Scene, quote: Setting) -> str:
    """The nearest verb of saying in the sentence outside the marks."""
    first, last = window(scene.outline, quote.token)
    classes = scene.outline.classes
    before, after = classes.rfind("V", first, quote.token), classes.find("V", quote.token, last)
    token = before if before >= 0 else after
    if token < 0:
        return "none"
    lemma = scene.language.verb_forms.get(scene.outline.low[token], "other")
    return f"{lemma} {min(4, abs(token - quote.token))}"


HEADLINE = 160


def in_headline(scene: Scene, paragraph: int) -> bool:
    """Is a paragraph the headline: by its role, or the short first line of a plain text?"""
    first = scene.document.paragraphs[paragraph]
    if first.role == "headline":
        return True
    plain = (
        paragraph == 0
        and first.role == "body"
        and not scene.document.title
        and len(scene.document.paragraphs) > 2
    )
    return plain and len(first.text) < HEADLINE and first.text.count(". ") == 0


# "The festival, called ..." and "a festival known as ...": the verb has no subject, a thing stands before it.
NAMED = re.compile(r"[,xdb]R?[VTv]P?$")
DOUBT = 1.0
BARE_DOUBT = 0.6
TERM = 3


def written_on(scene: Scene, index: int) -> bool:
    """Is what would be the speaker a sign or a plaque?"""
    return scene.mentions[index].head in scene.language.words("nouns", "signs")


def doubt(scene: Scene, quote: Setting, text: str) -> float:
    """What is taken off the score of words that editors hardly ever mean as speech.

    Annotated articles count generously what somebody may have said; readers of news do not take
    for speech: a term in front of its noun ("quick edit" feature), a term that comes again and
    again, a capitalised title that nobody is just saying.
    """
    words, classes, token = text.split(), scene.outline.classes, quote.token
    before = classes[token - 1] if quote.left else "^"
    bare = len(words) <= TERM and inner_of(words, scene) == "bare"
    named = quote.right[:1] in ("x", "p", "b", "d") and before in ("D", "S", "g", "x", "N", "R")
    again_and_again = again(scene, text) > 1
    title = case_of(words) in ("title", "all") and len(words) > 1 and not text.isupper()
    said_so = before in "V:," or quote.right[:1] in ("V", "H") or quote.right[1:2] == "V"
    first, last = window(scene.outline, token)
    called = naming(scene, token, first, last) in ("before 1", "before 2") and case_of(words) in (
        "title",
        "all",
    )
    apposed = called and NAMED.search(classes, first, token) is not None
    signs = called + apposed + (named and len(words) <= TERM) + (bare and again_and_again)
    return DOUBT * (signs + (title and not said_so)) + BARE_DOUBT * bare
