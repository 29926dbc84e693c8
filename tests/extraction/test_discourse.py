import pytest

from quotes.extraction.discourse import hears, is_in, is_spoken_of, speaks_of_another, subject_before
from quotes.extraction.names import Entity

from .articles import scene


def last_pronoun(made, word):
    return [place for place, mention in enumerate(made.mentions) if mention.head == word][-1]


def entity(made, name):
    return next(mention.entity for mention in made.mentions if mention.entity and mention.entity.name == name)


def subject(made):
    place = subject_before(made, last_pronoun(made, "he"))
    mention = made.mentions[place]
    return " ".join(made.outline.words[mention.first : mention.last]) if place >= 0 else ""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (['John Doe thanked Peter Lund. "Fine," he said.'], "John Doe"),
        (["John Doe thanked Peter Lund.", '"Fine," he said.'], "John Doe"),
        (['John Doe skated. He waved at Peter Lund. "Fine," he said.'], "He"),
        (['Skipper John Doe thanked Peter Lund. "Fine," he said.'], "John Doe"),
        (['His plan to save Peter Lund pleased John Doe. "Fine," he said.'], ""),
        (['John Doe skated. "Fine," Peter Lund said as he left.'], ""),
        (['"Fine," John Doe said.', '"Cold," he said.'], ""),
    ],
)
def test_the_subject_is_that_of_the_sentence_before(lines, expected):
    assert subject(scene(*lines)) == expected


def test_who_is_named_behind_a_pronoun_in_its_clause_hears():
    made = scene('John Doe met Peter Lund. "Sit," he told Lund.')
    place = last_pronoun(made, "he")
    assert [hears(made, place, entity(made, name)) for name in ("John Doe", "Peter Lund")] == [False, True]


def test_who_is_named_in_the_words_is_spoken_of():
    made = scene('John Doe met Peter Lund. "I taught Lund to skate," he said.')
    place = last_pronoun(made, "he")
    found = [is_spoken_of(made, place, entity(made, name)) for name in ("John Doe", "Peter Lund")]
    assert found == [False, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("I met Doe.", True), ("I am Doe.", False), ("My name is Doe.", False), ("Doenitz sank.", False)],
)
def test_a_name_is_in_words_that_do_not_introduce_it(text, expected):
    assert is_in(Entity(0, ("John", "Doe")), text) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("He was tired.", True), ("I told him so.", False), ("Why did he go?", True), ("The ice broke.", False)],
)
def test_words_that_begin_with_he_are_about_another(words, expected):
    made = scene(f'John Doe lost. "{words}" he said.')
    assert speaks_of_another(made, last_pronoun(made, "he")) is expected
