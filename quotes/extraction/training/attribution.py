"""Trains the three linear rankers: speaker, antecedent and speech-or-not."""

from collections.abc import Iterable, Iterator, Sequence

from quotes.extraction.antecedents import antecedents
from quotes.extraction.attribution import attribute
from quotes.extraction.choices import Attribution
from quotes.extraction.confidence import confidence_features, method_of
from quotes.extraction.features import mention_features, pair_features
from quotes.extraction.marks import Passage
from quotes.extraction.names import first_names, surname
from quotes.extraction.pronoun import pronoun_at
from quotes.extraction.ranker import Weights, score_facts, softmax, spelled
from quotes.extraction.salience import antecedent_features
from quotes.extraction.scene import Previous, Scene, candidates
from quotes.extraction.setting import Setting, setting
from quotes.extraction.speech import in_headline, marked, speech_features
from quotes.extraction.utterances import utterances

from .gold import Annotation, Example, right_candidates
from .softmax import Fitting, Group, fit

SPEAKER = Fitting(epochs=8, rate=0.05, decay=1e-3, rare=6)
# Most annotated antecedents were found by a program (CoreNLP): learned slowly, or its errors are learned too.
ANTECEDENT = Fitting(epochs=8, rate=0.02, decay=1e-3)
SPEECH = Fitting(epochs=12, rate=0.03, decay=1e-3)
CONFIDENCE = Fitting(epochs=12, rate=0.03, decay=1e-3, rare=20)
FOLDS = 3


def train(examples: Sequence[Example]) -> dict[str, Weights]:
    """The weights of all rankers and of the confidence, learned from annotated articles."""
    groups: list[Group] = []
    for fold in range(FOLDS):
        others = [one for place, one in enumerate(examples) if place % FOLDS != fold]
        weights = train_rankers(others)
        for example in examples[fold::FOLDS]:
            groups += confidence_groups(example, weights)
    return train_rankers(examples) | {"confidence": fit(groups, CONFIDENCE)}


def confidence_groups(example: Example, weights: dict[str, Weights]) -> Iterator[Group]:
    """Every attributed quote of an article that the weights were not learned from: was the speaker right?"""
    scene = example.scene
    scene.scores.clear()
    for utterance in utterances(scene, attribute(scene, weights)):
        lead = utterance.lead
        annotation = example.gold.get(lead.passage)
        if utterance.kind == "unattributed" or not lead.choices or not annotation:
            continue
        right = speaker_right(example, lead, annotation)
        if right is not None:
            features = confidence_features(scene, utterance, method_of(scene, utterance))
            yield Group([features, []], [0 if right else 1])
    scene.scores.clear()


def speaker_right(example: Example, lead: Attribution, annotation: Annotation) -> bool | None:
    """Does the attribution name the annotated speaker? ``None`` where the annotation cannot say."""
    span, choice = annotation["speaker_mention"], lead.choices[0]
    if not span or annotation["speaker_basis"] in UNSURE:
        return None
    if annotation["speaker"] and annotation["speaker_type"] != "nominal":
        named = choice.entity.last if choice.entity else ""
        return named == surname(tuple(annotation["speaker"].split()))
    return bool(right_candidates(example.scene, [choice.mention], annotation))


UNSURE = frozenset({"first-person", "pronoun-unresolved", "compound", "no-corenlp"})


def train_rankers(examples: Sequence[Example]) -> dict[str, Weights]:
    speaker = fit([group for one in examples for group in speaker_groups(one)], SPEAKER)
    for example in examples:
        example.turns = turns(example)
    antecedent = fit([group for one in examples for group in antecedent_groups(one)], ANTECEDENT)
    speech = fit([group for one in examples for group in speech_groups(one, speaker)], SPEECH)
    return {"speaker": speaker, "antecedent": antecedent, "speech": speech}


def turns(example: Example) -> list[Previous]:
    """Every attributed passage with its true speaker."""
    found = [previous for _, _, previous in walk(example)]
    return sorted(set(found) - {Previous()}, key=lambda previous: previous.token)


def walk(example: Example) -> Iterator[tuple[int, Annotation | None, Previous]]:
    """Every passage with its annotation and the true speaker before it."""
    scene, previous = example.scene, Previous()
    for number in sorted(scene.tokens):
        annotation = example.gold.get(number)
        yield number, annotation, previous
        if annotation and annotation["speaker_mention"]:
            token = scene.tokens[number]
            indexes = candidates(scene, token, previous)
            right = right_candidates(scene, indexes, annotation)
            if right:
                entity = true_entity(example, annotation, indexes[right[0]])
                previous = Previous(token, indexes[right[0]], entity)


def true_entity(example: Example, annotation: Annotation, index: int) -> int:
    """The number of the entity that spoke, or -1."""
    entity = example.scene.mentions[index].entity
    if entity:
        return entity.number
    named = named_entities(example, annotation["speaker"], index)
    return named[0] if named else -1


def named_entities(example: Example, name: str | None, index: int) -> list[int]:
    """Entities in front of a mention that carry the annotated speaker's surname."""
    if not name:
        return []
    parts = tuple(name.split())
    alike = [c.entity for c in antecedents(example.scene, index) if c.entity.last == surname(parts)]
    exact = [entity for entity in alike if first_names().alike(parts[0].lower(), entity.parts[0].lower())]
    return [entity.number for entity in exact or alike]


def speaker_groups(example: Example) -> Iterator[Group]:
    scene = example.scene
    for number, annotation, previous in walk(example):
        if annotation and annotation["speaker_mention"]:
            token = scene.tokens[number]
            indexes = candidates(scene, token, previous)
            quote = setting(scene, token, previous)
            features = [told(scene, quote, i) for i in indexes]
            yield Group(features, right_candidates(scene, indexes, annotation))


def told(scene: Scene, quote: Setting, index: int) -> list[str]:
    """All features of a candidate."""
    return spelled(mention_features(scene, index) + pair_features(scene, quote, index))


def antecedent_groups(example: Example) -> Iterator[Group]:
    """Every annotated pronoun whose speaker is known by name."""
    scene = example.scene
    starts = {m.start: i for i, m in enumerate(scene.mentions) if m.kind == "pronoun"}
    for annotation in example.annotations:
        span = annotation["speaker_mention"]
        index = starts.get(span["start"]) if span and annotation["speaker_type"] == "pronoun" else None
        if index is None:
            continue
        right = set(named_entities(example, annotation["speaker"], index))
        choices = antecedents(scene, index)
        pronoun = pronoun_at(scene, index, last_speaker(example, index))
        features = [spelled(antecedent_features(scene, pronoun, c, rank)) for rank, c in enumerate(choices)]
        yield Group(features, [place for place, c in enumerate(choices) if c.entity.number in right])


def last_speaker(example: Example, index: int) -> Previous:
    """Who spoke last in front of a mention, or in the passage right before it."""
    token, last = example.scene.mentions[index].first, Previous()
    for previous in example.turns:
        if previous.token >= token - 1:
            break
        last = previous
    return last


def speech_groups(example: Example, speaker: Weights) -> Iterator[Group]:
    """Every passage against nothing: the weights become those of a logistic regression."""
    scene = example.scene
    for number, annotation, previous in walk(example):
        token = scene.tokens[number]
        quote = setting(scene, token, previous)
        indexes = candidates(scene, token, previous)
        pairs = [pair_features(scene, quote, i) for i in indexes]
        scores = softmax(
            [
                score_facts(speaker, mention_features(scene, i) + pair)
                for i, pair in zip(indexes, pairs, strict=True)
            ]
        )
        chance = max(scores, default=0.0)
        best = spelled(pairs[scores.index(chance)]) if scores else []
        passage = scene.passages[number]
        text = scene.text(passage)
        if (
            " " not in text
            or in_headline(scene, passage.paragraph)
            or (not annotation and touched(example, passage))
        ):
            continue
        features = speech_features(marked(scene, quote, text), best, chance)
        yield Group([features, []], [0 if annotation else 1])


def touched(example: Example, passage: Passage) -> bool:
    """Is a part of the passage annotated? Then it teaches nothing."""
    return any(
        start < passage.end and end > passage.start
        for annotation in example.annotations
        for start, end in annotation["quoted"]
    )


def counted(examples: Iterable[Example]) -> dict[str, int]:
    """How much was learned from."""
    articles = passages = 0
    for example in examples:
        articles += 1
        passages += len(example.gold)
    return {"articles": articles, "quotes": passages}
