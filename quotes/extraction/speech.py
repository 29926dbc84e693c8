"""Is a marked passage somebody's speech, or a title, a term, a nickname?"""

from .features import Scene, Setting
from .ranker import Weights, logistic, score

LENGTHS = (1, 2, 3, 4, 5, 7, 10, 15, 25)


def speech_features(scene: Scene, quote: Setting, text: str, best: list[str], chance: float) -> list[str]:
    """``best`` are the pair features of the likeliest speaker, ``chance`` its share."""
    outline, token = scene.outline, quote.token
    low, classes = outline.low, outline.classes
    first, last = outline.sentences[quote.sentence]
    words = text.split()
    length = next((limit for limit in LENGTHS if len(words) <= limit), 99)
    before = low[token - 1] if token > first else "^"
    after = low[token + 1] if token + 1 < last else "$"
    case = case_of(words)
    ending = text[-1:] if text[-1:] in ".,?!;:" else "word"
    size = "short" if length <= 4 else "middle" if length <= 10 else "long"
    passage = scene.passages[outline.passage[token]]
    return [
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
        f"family={passage.family} {size} {case}",
        f"shape={quote.shape}",
        f"chance={int(chance * 8)} {size}",
        f"sayers={min(2, len(quote.sayers))} {size}",
        f"left={classes[max(first, token - 1) : token]} right={quote.right[:1]} case={case} {size}",
        f"said={said(scene, quote)} {size}",
        f"opening={words[0].lower() if words else ''}",
        f"others={min(4, classes[first:last].count('Q'))} {size}",
        *(f"{size} {feature}" for feature in best if feature.startswith(("path=", "verb=", "kind="))),
    ]


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
    first, last = scene.outline.sentences[quote.sentence]
    classes = scene.outline.classes
    before, after = classes.rfind("V", first, quote.token), classes.find("V", quote.token, last)
    token = before if before >= 0 else after
    if token < 0:
        return "none"
    lemma = scene.language.verb_forms.get(scene.outline.low[token], "other")
    return f"{lemma} {min(4, abs(token - quote.token))}"


def chance_of_speech(weights: Weights, features: list[str]) -> float:
    return logistic(score(weights, features))
