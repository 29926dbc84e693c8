from .articles import scene


def given(*lines):
    found = scene(*lines)
    return [found.mentions[index].entity.name if index >= 0 else None for index in found.given.values()]


def test_a_label_names_its_speaker():
    assert given("JANE ROE: It froze.", "JOHN DOE: It thawed.") == ["JANE ROE", "JOHN DOE"]


def test_the_person_named_most_is_interviewed():
    assert given("Jane Roe met John Doe. Roe skates.", "Q: Did it freeze?", "A: It did.") == ["Jane Roe"]


def test_nobody_is_interviewed_where_nobody_is_named():
    assert given("Q: Did it freeze?", "A: It did.") == [None]


def test_a_signature_below_marked_words_names_their_speaker():
    assert given('"The ice decides."', "— Jane Roe, skater") == ["Jane Roe"]


def test_words_that_do_not_fill_their_paragraph_are_not_signed():
    assert given('It read "the ice decides" there.', "— Jane Roe, skater") == []
