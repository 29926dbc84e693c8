import pytest

from quotes.extraction.language import load_language
from quotes.extraction.names import Register, first_names, is_acronym, surname


@pytest.fixture
def register():
    return Register(load_language("en"))


def test_no_first_name_is_of_both_genders():
    names = first_names()
    assert set(names.gender.values()) == {"male", "female", ""}


def test_a_first_name_of_women_and_men_alike_tells_no_gender():
    assert [first_names().gender[name] for name in ("leslie", "jane", "john")] == ["", "female", "male"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("bob", "robert", True),
        ("j.", "john", True),
        ("john", "j.", True),
        ("jane", "john", False),
        ("jane", "jane", True),
    ],
)
def test_first_names_are_alike(one, other, expected):
    assert first_names().alike(one, other) is expected


def test_the_surname_is_the_last_word_that_is_no_suffix():
    assert surname(("Martin", "Luther", "King", "Jr.")) == "king"


@pytest.mark.parametrize(
    ("word", "expected"), [("BBC", True), ("U.N.", True), ("J.", False), ("Jr.", False), ("Roe", False)]
)
def test_acronyms_are_known_by_their_letters(word, expected):
    assert is_acronym(word) is expected


def test_a_fuller_name_is_the_same_person(register):
    short = register.add(("Jane", "Roe"))
    assert register.add(("Jane", "M.", "Roe")) is short
    assert short.name == "Jane M. Roe"


def test_two_first_names_are_two_people(register):
    assert register.add(("Jane", "Roe")) is not register.add(("John", "Roe"))


def test_a_surname_of_two_words_belongs_to_the_full_name(register):
    assert register.add(("Craig", "Le", "Clair")) is register.add(("Le", "Clair"))


def test_a_title_chooses_between_two_of_one_surname(register):
    jane, john = register.add(("Jane", "Roe")), register.add(("John", "Roe"))
    jane.tokens, john.tokens = [1], [5]
    assert register.find("Roe", 9, "female") is jane
    assert register.find("Roe", 9, "male") is john


def test_without_a_title_the_one_named_last_is_meant(register):
    jane, john = register.add(("Jane", "Roe")), register.add(("John", "Roe"))
    jane.tokens, john.tokens = [1], [5]
    assert register.find("Roe", 9, "") is john


def test_the_last_word_of_a_body_is_not_its_name(register):
    bank = register.add(("Harbour", "Bank"))
    assert register.find("Bank", 9, "") is not bank


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (("Harbour", "University"), "organisation"),
        (("BBC",), "organisation"),
        (("Ministry", "of", "Fisheries"), "organisation"),
        (("New", "York"), "place"),
        (("Jane", "Roe"), "person"),
        (("Brindle",), ""),
    ],
)
def test_a_name_tells_what_it_names(register, parts, kind):
    assert register.add(parts).kind == kind


def test_a_genitive_in_a_name_is_printed_as_one_word(register):
    assert (
        register.add(("Norway", "’s", "Ministry", "of", "Fisheries")).name == "Norway’s Ministry of Fisheries"
    )
