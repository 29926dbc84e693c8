"""What the speech ranker looks at; every feature is a readable string, its weight stands under that name."""

from collections.abc import Iterator

from quotes.extraction.scene import Scene

from .marked import Marked

HEADING = 100
OF_SPEAKER = ("path=", "verb=", "kind=")


def speech_features(passage: Marked, best: list[str], chance: float) -> list[str]:
    """``best`` are the pair features of the likeliest speaker, ``chance`` its share."""
    return [
        "bias",
        *wording(passage),
        *neighbours(passage),
        *clause(passage),
        *company(passage),
        *speaker(passage, best, chance),
    ]


def wording(passage: Marked) -> Iterator[str]:
    """The words inside the marks, and how they end."""
    size, case, length, inner = passage.size, passage.case, passage.length, passage.inner
    ending = ending_of(passage)
    yield f"length={length}"
    yield f"inner={inner} {size}"
    yield f"inner={inner} {case} {ending}"
    yield f"case={case} length={length}"
    yield f"case={case} ending={ending}"
    yield f"ending={ending} {size}"
    yield f"opening={passage.words[0].lower() if passage.words else ''}"


def neighbours(passage: Marked) -> Iterator[str]:
    """The words and classes right in front of the marks and behind them."""
    size, case, right = passage.size, passage.case, passage.setting.right
    before, after, ending = passage.word(-1), passage.word(1), ending_of(passage)
    left = passage.left(3)
    yield f"before={before}"
    yield f"before={before} {size}"
    yield f"before={before} case={case}"
    yield f"before2={passage.word(-2)} {before}"
    yield f"before2={passage.word(-2)} {size}"
    yield f"inner={passage.inner} length={passage.length} {before}"
    yield f"inner={passage.inner} after={right[:1]} before={left[-1:]}"
    yield f"after={after}"
    yield f"after={after} {size}"
    yield f"left={left}"
    yield f"left={left[-2:]} {size}"
    yield f"left={left[-1:]} right={right[:1]} case={case} {size}"
    yield f"right={right[:2]} {size}"
    yield f"right={right[:1]} ending={ending} {case}"
    yield f"naming={passage.naming} {size}"
    yield f"naming={passage.naming} {case}"


def clause(passage: Marked) -> Iterator[str]:
    """The verbs of the sentence outside the marks, and where the passage stands in it."""
    setting, low, size = passage.setting, passage.scene.outline.low, passage.size
    hangs = setting.governor >= 0
    gap = min(6, abs(setting.token - setting.governor)) if hangs else 9
    yield f"governor={low[setting.governor] if hangs else 'none'} {size}"
    yield f"gap={gap} {size} {'after' if setting.governor > setting.token else 'before'}"
    yield f"gap={gap} {passage.case} ending={ending_of(passage)}"
    yield f"said={said(passage)} {size}"
    yield f"sayers={min(2, len(setting.sayers))} {size}"
    yield f"shape={setting.shape}"


def company(passage: Marked) -> Iterator[str]:
    """The other passages of the article, and the paragraph they stand in."""
    scene, setting, size, case = passage.scene, passage.setting, passage.size, passage.case
    classes, number = scene.outline.classes, scene.outline.passage[setting.token]
    left, right = passage.left(3), classes[setting.token + 1 : min(passage.last, setting.token + 4)]
    row = f"{left[left.rfind('Q') :] if 'Q' in left else ''}|{right[: right.find('Q') + 1]}"
    yield f"others={min(4, classes.count('Q', passage.first, passage.last))} {size}"
    yield f"row={row} {case}"
    yield f"again={passage.again} {size}"
    yield f"minor={scene.minor_marks(scene.passages[number])} {size}"
    yield f"place={place_of(scene, setting.paragraph)} {case} {size}"


def speaker(passage: Marked, best: list[str], chance: float) -> Iterator[str]:
    """Who would have said it, and how that hangs together."""
    size, bound = passage.size, bound_of(best)
    yield f"chance={int(chance * 8)} {size}"
    yield f"bound={bound} {size}"
    yield f"bound={bound} {passage.case} {ending_of(passage)}"
    yield f"inner={passage.inner} bound={bound}"
    for feature in best:
        if feature.startswith(OF_SPEAKER):
            yield f"{size} {feature}"


def ending_of(passage: Marked) -> str:
    last = passage.text[-1:]
    return last if last in ".,?!;:" else "word"


def bound_of(best: list[str]) -> str:
    """How the likeliest speaker hangs on the verb of the quote."""
    return next((feature for feature in best if feature.startswith("governs=")), "none")


def place_of(scene: Scene, paragraph: int) -> str:
    """In a heading or in the text."""
    text = scene.document.paragraphs[paragraph].text.rstrip()
    heading = len(text) < HEADING and ". " not in text and text[-1:].isalnum()
    return "heading" if heading else "text"


def said(passage: Marked) -> str:
    """The nearest verb of saying in the sentence outside the marks."""
    outline, token = passage.scene.outline, passage.setting.token
    before = outline.classes.rfind("V", passage.first, token)
    verb = before if before >= 0 else outline.classes.find("V", token, passage.last)
    if verb < 0:
        return "none"
    lemma = passage.scene.language.verb_forms.get(outline.low[verb], "other")
    return f"{lemma} {min(4, abs(verb - token))}"
