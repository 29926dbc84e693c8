import pytest

from quotes.extraction.document import Paragraph
from quotes.extraction.language import load_language
from quotes.extraction.marks import find_passages
from quotes.extraction.outline import outline


def outlined(*lines):
    paragraphs, start = [], 0
    for line in lines:
        paragraphs.append(Paragraph(line, start=start))
        start += len(line) + 1
    return outline(paragraphs, find_passages(paragraphs), load_language("en"))


def tokens(*lines):
    return outlined(*lines).words


def classes(*lines):
    return outlined(*lines).classes


def sentences(*lines):
    found = outlined(*lines)
    return [" ".join(found.words[first:last]) for first, last in found.sentences]


def test_a_marked_passage_is_one_token():
    assert tokens('"It is late," said Jane.') == ["“”", "said", "Jane", "."]


def test_offsets_are_those_of_the_document():
    found = outlined("It froze.", 'He said "We wait."')
    assert (found.starts, found.ends) == ([0, 3, 8, 10, 13, 19], [2, 8, 9, 12, 17, 27])


@pytest.mark.parametrize("title", ["Mr.", "Sen.", "Dr.", "U.S.", "J.R.R."])
def test_abbreviations_end_no_sentence(title):
    assert len(sentences(f"They met {title} Roe there.")) == 1


def test_the_genitive_is_a_token_of_its_own():
    assert tokens("Meta’s chief and Meta's boss") == ["Meta", "’s", "chief", "and", "Meta", "'s", "boss"]


def test_a_name_with_an_apostrophe_is_one_token():
    assert tokens("Mary O’Neill-Smith") == ["Mary", "O’Neill-Smith"]


def test_a_run_of_one_sign_is_one_token():
    assert tokens("Wait... what,,,, now --") == ["Wait", "...", "what", ",,,,", "now", "--"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("He said the bank spoke.", "HVDbV."),
        ("Sen. Jane Roe wept.", "tNNx."),
        ("A Harris campaign spokesman smiled on Monday.", "DNbpTPE."),
        ("The report said so.", "DdVC."),
        ("Her 12 friends' boat", "S#px"),
    ],
)
def test_words_have_classes(line, expected):
    assert classes(line) == expected


def test_a_verb_behind_an_article_is_a_noun():
    assert classes("The claim stood.")[1] == "x"


def test_the_first_word_is_no_name_if_the_article_prints_it_in_lower_case():
    assert classes("Farmland froze. The farmland thawed.")[0] == "x"


def test_the_first_word_is_a_name_if_it_is_a_first_name():
    assert classes("Will Smith came.")[0] == "N"


def test_a_title_behind_an_honorific_is_a_surname():
    assert classes("Mr. King came. King left.") == "tNx.Nx."


def test_a_headline_is_read_in_lower_case():
    assert classes("Harbour Chief Says Winter Killed Every Single Fish").count("V") == 1


def test_a_word_with_digits_is_a_number():
    assert classes("They paid R5bn there.")[2] == "#"


def test_speech_that_ends_with_a_full_stop_ends_the_sentence():
    assert sentences('She nodded. "It is late." Everybody left.') == [
        "She nodded .",
        "“”",
        "Everybody left .",
    ]


def test_a_question_and_its_clause_are_one_sentence():
    assert sentences('"Is it late?" Jane Roe asked.') == ["“” Jane Roe asked ."]


def test_a_comma_before_the_mark_keeps_the_sentence_open():
    assert sentences('"It is late," he said. They left.') == ["“” he said .", "They left ."]
