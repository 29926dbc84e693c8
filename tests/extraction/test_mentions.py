import pytest

from .articles import scene


def mentions(*lines, kind=None):
    found = scene(*lines)
    return [" ".join(found.outline.words[m.first : m.last]) for m in found.mentions if kind in (None, m.kind)]


def entity(name, *lines):
    """Whom the mention printed so stands for."""
    found = scene(*lines)
    for mention in found.mentions:
        if " ".join(found.outline.words[mention.first : mention.last]) == name:
            return mention.entity.name if mention.entity else None
    raise AssertionError(f"{name} is no mention")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Sen. Jane Roe spoke.", "Jane Roe"),
        ("House Speaker Jane Roe spoke.", "Jane Roe"),
        ("Secretary of State Jane Roe spoke.", "Jane Roe"),
        ("Harbour Times Editor-in-Chief Jane Roe spoke.", "Jane Roe"),
        ("Ludwig van der Berg spoke.", "Ludwig van der Berg"),
        ("Martin Roe Jr. spoke.", "Martin Roe Jr."),
        ("Pope Francis spoke.", "Pope Francis"),
        ("The Ministry of Fisheries spoke.", "Ministry of Fisheries"),
        ("Mr. King spoke.", "King"),
    ],
)
def test_a_name_is_printed_without_titles(line, name):
    assert mentions(line, kind="name") == [name]


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("The company said so.", "The company"),
        ("A senior official said so.", "A senior official"),
        ("The bank's chief economist said so.", "The bank 's chief economist"),
        ("Senior officials said so.", "Senior officials"),
        ("Another said so.", "Another"),
        ("The radioman said so.", "The radioman"),
        ("The Prime Minister said so.", "The Prime Minister"),
    ],
)
def test_a_noun_phrase_may_speak(line, phrase):
    assert phrase in mentions(line, kind="nominal")


def test_no_mention_crosses_a_paragraph():
    assert mentions("A long Goodbye", "Roe said so.", kind="name") == ["Goodbye", "Roe"]


def test_words_in_marks_are_no_mention():
    assert mentions('"Jane Roe and the company agree," he said.') == ["he"]


def test_a_surname_stands_for_the_full_name():
    assert entity("Roe", "Jane Roe spoke.", "Later, Roe left.") == "Jane Roe"


def test_a_first_name_stands_for_the_full_name():
    assert entity("Jane", "Jane Roe spoke.", "Later, Jane left.") == "Jane Roe"


def test_a_name_in_marks_completes_one_outside():
    assert entity("Roe", '"My boss is Jane Roe and I like her," he said.', "Later, Roe left.") == "Jane Roe"


def test_letters_in_brackets_stand_for_the_body():
    lines = ("The Fisheries Research Board (FRB) met.", "Later, FRB left.")
    assert entity("FRB", *lines) == "Fisheries Research Board"


def test_an_outlet_is_no_part_of_a_name():
    lines = ("Jane Roe spoke.", "Speaking to the Daily Mail Roe wept.")
    assert entity("Roe", *lines) == "Jane Roe"


def test_a_dateline_is_a_place():
    found = scene("HARBOUR CITY — Jane Roe spoke.")
    assert [m.entity.kind for m in found.mentions if m.kind == "name"] == ["place", "person"]


def test_what_is_called_an_area_is_a_place():
    found = scene("Boats sank off the city of Skerry. The Ulvik district slept.")
    assert [m.entity.kind for m in found.mentions if m.kind == "name"] == ["place", "place"]


def test_a_month_without_its_point_is_no_name():
    assert [m for m in scene("It sank on Nov 10 and Sept 3.").mentions if m.kind == "name"] == []


def test_what_stands_behind_the_is_no_person():
    found = scene("They sailed the Beaufort Gyre.")
    assert [m.entity.kind for m in found.mentions if m.kind == "name"] == ["organisation"]


def test_a_name_that_is_repeated_by_its_surname_is_a_person():
    found = scene("Bongiwe Tembo spoke. Then Tembo left.")
    assert {m.entity.kind for m in found.mentions if m.kind == "name"} == {"person"}


def test_pronouns_near_a_name_lean_its_gender():
    found = scene("On Monday Tembo sold her boat.")
    assert found.mentions[0].entity.leaning == "female"
