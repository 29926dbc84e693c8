"""Who said each passage: the rankers put to work, in reading order."""

from .agent import introduces, is_agent
from .antecedents import resolve
from .choices import Attribution, Choice
from .dialogue import answers
from .features import mention_features, pair_features
from .given import NOBODY
from .phrases import author_of, is_somebody, meant_by, same_body, writer
from .ranker import Weights, logistic, score, score_facts, softmax, spelled
from .scene import Previous, Scene, candidates, key_of
from .setting import Setting, setting
from .speech import doubt, in_headline, marked, on_a_sign, speech_features, written_on
from .unnamed import antecedent, clause_owner, first_described, goes_on, introduced
from .unsaid import unsaid


def attribute(scene: Scene, weights: dict[str, Weights]) -> list[Attribution]:
    """Every outermost passage with its candidates."""
    previous = Previous()
    found: list[Attribution] = []
    scene.meant.clear()
    scene.unnamed = -1
    for number in sorted(scene.tokens):
        decided = answers(scene, found, attribute_one(scene, number, previous, weights))
        found.append(decided)
        if decided.choices and decided.speech > 0.5:
            best = decided.choices[0]
            note(scene, best)
            previous = Previous(decided.token, best.mention, best.entity.number if best.entity else -1)
    settle_terms(scene, found)
    return found


def note(scene: Scene, choice: Choice) -> None:
    """Who once was "he" is not "she" later; who spoke without a name may go on."""
    mention = scene.mentions[choice.mention]
    scene.unnamed = -1 if choice.entity else max(choice.mention, choice.described)
    if mention.kind == "pronoun" and mention.gender and choice.entity and choice.chance > LIKELY:
        scene.meant.setdefault(choice.entity.number, mention.gender)


def settle_terms(scene: Scene, found: list[Attribution]) -> None:
    """A term that is marked again is what it surely was the other time, unless somebody clearly says it.

    Headlines tell nothing: they print what somebody says in the text.
    """
    told = [one for one in found if not in_headline(scene, scene.passages[one.passage].paragraph)]
    keys = [key_of(scene.text(scene.passages[one.passage])) for one in told]
    least: dict[str, float] = {}
    for key, one in zip(keys, told, strict=True):
        least[key] = min(one.speech, least.get(key, 1.0))
    for key, one in zip(keys, told, strict=True):
        if key.count(" ") < TERM and one.speech < SURELY and least[key] < SURELY_NOT:
            one.speech = least[key]


def attribute_one(scene: Scene, number: int, previous: Previous, weights: dict[str, Weights]) -> Attribution:
    token = scene.tokens[number]
    if number in scene.given:
        return Attribution(number, token, given_choice(scene, scene.given[number]), 1.0)
    if scene.outline.classes[token] != "Q":  # a nickname
        return Attribution(number, token)
    quote = setting(scene, token, previous)
    indexes = candidates(scene, token, previous)
    pairs = [pair_features(scene, quote, index) for index in indexes]
    speaker = weights["speaker"]
    scores = [
        local_score(scene, i, speaker) + score_facts(speaker, pair) + bound_by_grammar(scene, quote, i)
        for i, pair in zip(indexes, pairs, strict=True)
    ]
    ranked = sorted(zip(softmax(scores), range(len(indexes)), strict=True), key=lambda row: (-row[0], row[1]))
    best = spelled(pairs[ranked[0][1]]) if ranked else []
    chance = ranked[0][0] if ranked else 0.0
    passage = scene.passages[number]
    words = marked(scene, quote, scene.text(passage))
    speech = logistic(score(weights["speech"], speech_features(words, best, chance)) - doubt(words))
    chosen = indexes[ranked[0][1]] if ranked else -1
    nobody = ranked and (written_on(scene, chosen) or unsaid(scene, quote, chosen))
    if in_headline(scene, passage.paragraph) or on_a_sign(scene, quote) or nobody:
        speech = 0.0
    if passage.family == "unmarked":
        speech = 1.0
    choices = [
        choice_of(scene, indexes[place], share, previous, weights)
        for share, place in ranked[:4]
        if share > 0.03
    ]
    if ranked and said_of(scene, quote, chosen):
        choices = []
    return Attribution(number, token, by_person(choices), speech, len(quote.sayers))


ADDRESSED, AGENT = 4.0, 8.0
TERM, LIKELY = 3, 0.6
SURELY, SURELY_NOT = 0.9, 0.3


def bound_by_grammar(scene: Scene, quote: Setting, index: int) -> float:
    """What the grammar of the clause adds to the score of a candidate."""
    acts = is_agent(scene, quote, index) or introduces(scene, quote, index)
    return ADDRESSED * addresses(scene, quote, index) + AGENT * acts


def addresses(scene: Scene, quote: Setting, index: int) -> bool:
    """ "She said Doe told her: ...": who tells right in front of the words."""
    verb = scene.verbs[index][0]
    if verb.token != quote.governor or verb.bond != "direct" or not quote.link.endswith((":", ",")):
        return False
    return verb.token < quote.token and verb.lemma in scene.language.words("attribution", "addressing")


def said_of(scene: Scene, quote: Setting, index: int) -> bool:
    """ "She is said to be ...": somebody whom nobody names says it of the candidate."""
    verb, low = scene.verbs[index][0], scene.outline.low
    own = verb.bond == "passive" and verb.token == quote.governor < quote.token
    return own and verb.lemma in ("say", "report") and low[verb.token + 1] == "to"


def given_choice(scene: Scene, index: int) -> list[Choice]:
    """The speaker that the layout names."""
    return [] if index == NOBODY else [Choice(index, scene.mentions[index].entity, 1.0)]


def by_person(choices: list[Choice]) -> list[Choice]:
    """The chances of one person's mentions added up; the likeliest mention stands for all."""
    totals: dict[int, float] = {}
    for choice in choices:
        key = choice.entity.number if choice.entity else -1 - choice.mention
        totals[key] = totals.get(key, 0.0) + choice.chance
    merged = []
    for choice in choices:
        key = choice.entity.number if choice.entity else -1 - choice.mention
        if key in totals:
            share = min(1.0, totals.pop(key))
            merged.append(Choice(choice.mention, choice.entity, share, choice.described))
    return sorted(merged, key=lambda choice: -choice.chance)


def local_score(scene: Scene, index: int, weights: Weights) -> float:
    known = scene.scores.get(index)
    if known is None:
        known = scene.scores[index] = score_facts(weights, mention_features(scene, index))
    return known


def choice_of(
    scene: Scene, index: int, share: float, previous: Previous, weights: dict[str, Weights]
) -> Choice:
    """The candidate with the entity that it stands for."""
    mention = scene.mentions[index]
    if mention.kind == "nominal" and mention.entity is None:
        author = author_of(scene, mention)
        if author >= 0:
            return Choice(index, scene.mentions[author].entity, share, author)
        described = first_described(scene, index)
        meant = meant_by(scene, index, previous, weights["antecedent"]) if described == index else None
        return Choice(index, meant or introduced(scene, described), share, described)
    if mention.kind != "pronoun":
        return Choice(index, same_body(scene, index) or mention.entity, share)
    author = writer(scene, index)
    if author >= 0:
        wrote = choice_of(scene, author, share, previous, weights)
        return Choice(index, wrote.entity, wrote.chance, -1 if wrote.entity else author)
    owner = clause_owner(scene, index)
    if owner >= 0:
        named = scene.mentions[owner].entity
        return Choice(index, named, share, -1 if named else owner)
    ranked = resolve(scene, index, previous, weights["antecedent"])
    described = antecedent(scene, index)
    if described < 0:
        described = goes_on(scene, index)
    if not ranked or (described >= 0 and not is_somebody(ranked[0][0].entity)):
        return Choice(index, introduced(scene, described) if described >= 0 else None, share, described)
    best, chance = ranked[0]
    return Choice(index, best.entity, share * chance)
