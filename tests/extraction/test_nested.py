from .articles import quotes


def told(*lines):
    return [(quote.text, quote.speaker) for quote in quotes(*lines)]


def test_words_of_another_inside_speech_are_a_quote():
    found = told("John Doe left.", "\"My boss John Doe said, 'Come back here at noon,' and left,\" Roe said.")
    assert found[1:] == [("Come back here at noon,", "John Doe")]


def test_words_of_the_speaker_herself_are_none():
    found = told("\"I always told him, 'Come back here at noon,' and left,\" Jane Roe said.")
    assert len(found) == 1


def test_short_words_inside_speech_are_none():
    assert len(told("\"My boss John Doe told me, 'Come back,' and left,\" Jane Roe said.")) == 1


def test_a_term_inside_speech_is_none():
    assert len(told("\"The so-called 'quick edit for all users' is free,\" Jane Roe said.")) == 1


def test_words_of_whoever_nobody_names_are_none():
    assert len(told("\"My boss left. He said, 'Come back here at noon,' and slept,\" Jane Roe said.")) == 1


def test_words_of_people_in_general_are_none():
    assert len(told("\"People say, 'It never froze like this before,' and laugh,\" Jane Roe said.")) == 1
