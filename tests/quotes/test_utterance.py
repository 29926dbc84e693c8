"""How words are set: paragraphs, and runs where the reporter broke in."""

from dataclasses import dataclass

from quotes.utterance import elided, paragraphs, written


@dataclass
class Printing:
    exact: str
    segments: list


ARTICLE = "“It rained,” she said. “It snowed.” “and then,” he said, “it stopped.”\n\n“It was over.”"


def printing(*words):
    places = [[ARTICLE.index(part), ARTICLE.index(part) + len(part)] for part in words]
    return Printing(" ".join(words), places)


def test_paragraphs_part_sentences_that_the_reporter_parted():
    said = printing("It rained,", "It snowed.")

    assert paragraphs(said.exact, said, ARTICLE) == [["It rained,", "It snowed."]]


def test_paragraphs_join_a_sentence_that_goes_on():
    said = printing("and then,", "it stopped.")

    assert paragraphs(said.exact, said, ARTICLE) == [["and then, it stopped."]]


def test_paragraphs_end_where_the_articles_do():
    said = printing("it stopped.", "It was over.")

    assert paragraphs(said.exact, said, ARTICLE) == [["it stopped."], ["It was over."]]


def test_paragraphs_drop_the_comma_before_she_said():
    assert paragraphs("It rained,") == [["It rained"]]


def test_paragraphs_of_another_wording_are_one_run():
    said = printing("It rained,", "It snowed.")

    assert paragraphs("It rained and snowed", said, ARTICLE) == [["It rained and snowed"]]


def test_written_parts_runs_as_quotations():
    said = printing("It rained,", "It snowed.")

    assert written(said.exact, said) == "It rained,” “It snowed."


def test_elided_has_an_ellipsis_where_the_reporter_speaks():
    said = printing("It rained,", "It snowed.")

    assert elided(said.exact, said) == "It rained, […] It snowed."


def test_elided_has_a_blank_where_a_paragraph_ends():
    said = printing("it stopped.", "It was over.")

    assert elided(said.exact, said) == "it stopped. It was over."


def test_elided_leaves_words_of_another_printing_as_they_are():
    assert elided("It rained. It snowed.", printing("It rained,", "It snowed.")) == "It rained. It snowed."
