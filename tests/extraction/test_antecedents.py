from quotes.extraction.antecedents import antecedents
from quotes.extraction.builtin import language_of
from quotes.extraction.pronoun import pronoun_at
from quotes.extraction.scene import Previous, make_scene

from .articles import article, scene


def she(made):
    return next(place for place, mention in enumerate(made.mentions) if mention.head == "she")


def names(made):
    return [choice.entity.name for choice in antecedents(made, she(made))]


def test_the_nearest_comes_first_and_nobody_of_the_other_gender():
    assert names(scene("Jane Roe met Mary Lund and John Doe.", "Then she left.")) == ["Mary Lund", "Jane Roe"]


def captioned(*lines: str):
    document = article(*lines, roles={1: "caption"})
    return make_scene(document, language_of(document))


def test_a_caption_between_names_nobody_who_is_meant():
    made = captioned("Jane Roe runs the rink.", "Mary Lund on the quay", "Then she left.")
    assert names(made) == ["Jane Roe"]


def test_a_caption_counts_where_there_is_nobody_else():
    assert names(captioned("It froze.", "Mary Lund on the quay", "Then she left.")) == ["Mary Lund"]


def test_a_pronoun_knows_how_many_were_named_since_the_last_quote():
    made = scene("Jane Roe met Mary Lund.", "Then she left.")
    assert [pronoun_at(made, she(made), Previous(token)).since for token in (-1, 1, 9)] == [2, 1, 0]
