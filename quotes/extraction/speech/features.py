"""What the speech ranker looks at; every feature is a readable string, its weight stands under that name."""

from collections.abc import Iterator

from quotes.extraction.scene import Scene

from .marked import Marked

HEADING = 100
NEAR, SHORT_WAY = 4, 5
CLAUSES = frozenset("CWP,VTAv-:;H")
OF_SPEAKER = ("path=", "verb=", "kind=")


def speech_features(passage: Marked, best: list[str], chance: float) -> list[str]:
    """``best`` are the pair features of the likeliest speaker, ``chance`` its share."""
    return [
        "bias",
        *wording(passage),
        *neighbours(passage),
        *clause(passage),
        *last_verb(passage),
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
    yield f"pattern={passage.pattern} {size}"


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
    yield f"frame={before} {right[:1]} {size}"
    yield f"frame={left[-2:]} {right[:2]} {case}"
    low, token = passage.scene.outline.low, passage.setting.token
    for word in low[max(passage.first, token - NEAR) : token]:
        yield f"near={word} {case}"


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
    if 0 <= setting.governor < setting.token:
        middle = passage.scene.outline.classes[setting.governor + 1 : setting.token]
        yield f"middle={middle if len(middle) < SHORT_WAY else middle[:2] + '..' + middle[-2:]} {size}"
        yield f"clauses={''.join(sorted(CLAUSES.intersection(middle)))} {size}"


def last_verb(passage: Marked) -> Iterator[str]:
    """The last verb of any sort in front of the passage, and how the sentence begins."""
    outline, token, first = passage.scene.outline, passage.setting.token, passage.first
    size, case = passage.size, passage.case
    classes = outline.classes[first:token]
    verb = max(classes.rfind(letter) for letter in "VTAv")
    gap = len(classes) - verb if verb >= 0 else 0
    yield f"last_verb={outline.low[first + verb] if gap else 'none'} {size}"
    yield f"last_verb={classes[verb] if gap else '0'} {min(SHORT_WAY, gap)} {case} {size}"
    yield f"way={classes[verb:] if 0 < gap <= SHORT_WAY else 'far'} {case}"
    yield f"begins={classes[:2] or 'Q'} {size}"
    named = "H" in classes or "N" in classes
    yield f"begins={'V' in classes} {'T' in classes} {named} {case} {size}"
    yield f"alone={passage.last - first <= 2} {first == token} {case}"


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
    yield f"marks={scene.passages[number].family} {size}"
    yield f"sentence_before={sentence_before(passage)} {size}"


def speaker(passage: Marked, best: list[str], chance: float) -> Iterator[str]:
    """Who would have said it, and how that hangs together."""
    size, bound = passage.size, bound_of(best)
    yield f"chance={int(chance * 8)} {size}"
    yield f"chance={int(chance * 20)} length={passage.length}"
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


def sentence_before(passage: Marked) -> str:
    """Does the sentence before, in the same paragraph, say something, or hold marks?"""
    outline = passage.scene.outline
    number = outline.sentence[passage.setting.token]
    if number == 0 or outline.paragraph_of_sentence[number - 1] != passage.setting.paragraph:
        return "none"
    first, last = outline.sentences[number - 1]
    return "".join(letter for letter in "VQ" if letter in outline.classes[first:last]) or "other"


def said(passage: Marked) -> str:
    """The nearest verb of saying in the sentence outside the marks."""
    outline, token = passage.scene.outline, passage.setting.token
    before = outline.classes.rfind("V", passage.first, token)
    verb = before if before >= 0 else outline.classes.find("V", token, passage.last)
    if verb < 0:
        return "none"
    lemma = passage.scene.language.verb_forms.get(outline.low[verb], "other")
    return f"{lemma} {min(4, abs(verb - token))}"
