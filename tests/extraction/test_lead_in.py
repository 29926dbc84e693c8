from quotes.extraction.lead_in import is_source, lead_in

from .articles import scene


def led(line: str, head: str) -> str:
    made = scene(line)
    place = next(place for place, mention in enumerate(made.mentions) if mention.head == head)
    return lead_in(made, place)


def test_who_opens_the_sentence_is_led_in_by_nothing():
    assert led("The mayor said it froze.", "mayor") == "^"


def test_who_stands_in_a_clause_of_saying_is_led_in_by_its_verb():
    assert led("The union said that the mayor should open it.", "mayor") == "nVW"


def test_only_the_last_three_signs_count():
    assert led("On Friday, the union said, and so did Roe, that the mayor should open it.", "mayor") == "n,W"


def test_a_source_stands_behind_according_to():
    made = scene("According to the mayor, the union asked for help.")
    found = {mention.head: is_source(made, place) for place, mention in enumerate(made.mentions)}
    assert found == {"mayor": True, "union": False}
