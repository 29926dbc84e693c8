import pytest

from .test_mentions import entity


@pytest.mark.parametrize(
    ("phrase", "lines", "name"),
    [
        ("A lawyer", ("A lawyer, Jane Roe, spoke.",), "Jane Roe"),
        ("a lawyer", ("Jane Roe, a lawyer, spoke.",), "Jane Roe"),
        ("The minister", ("Minister Jane Roe spoke.", "The minister left."), "Jane Roe"),
        ("The editor", ("Jane Roe, the editor of a weekly, spoke.", "The editor left."), "Jane Roe"),
        ("The bank", ("Harbour Bank grew.", "The bank said so."), "Harbour Bank"),
        ("The company", ("In 2019 Brindle sold fish.", "The company said so."), "Brindle"),
        ("The Harris campaign", ("The Harris campaign spoke.",), "Harris campaign"),
        ("Brindle 's report", ("In 2019 Brindle's report said so.",), "Brindle"),
    ],
)
def test_a_phrase_stands_for_whom_the_article_calls_so(phrase, lines, name):
    assert entity(phrase, *lines) == name


@pytest.mark.parametrize(
    ("phrase", "lines"),
    [
        ("A minister", ("Minister Jane Roe spoke.", "A minister left.")),
        ("The pilot", ("Minister Jane Roe spoke.", "The pilot left.")),
        ("The ministers", ("Minister Jane Roe spoke.", "The ministers left.")),
    ],
)
def test_another_noun_stands_for_nobody_named(phrase, lines):
    assert entity(phrase, *lines) is None


def test_a_body_is_not_called_by_a_noun_for_people():
    lines = ("The Harbour Board chief spoke.", "Later, the chief left.")
    assert entity("the chief", *lines) != "Harbour Board"
