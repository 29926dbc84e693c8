import pytest

from tests.extraction.articles import only, quotes

POLISH = "„Zamarzło w nocy i nikt tego nie zauważył.” – powiedziała Jane Roe."


@pytest.mark.parametrize("language", ["pl", "xx"])
def test_an_unknown_language_gets_marks_and_no_speaker(language):
    quote = only(POLISH, language=language)
    assert (quote.text, quote.kind, quote.speaker) == (
        "Zamarzło w nocy i nikt tego nie zauważył.",
        "direct",
        None,
    )
    assert quote.reasons == ("unknown language", "no speaker")


def test_an_unknown_language_joins_a_speech_over_paragraphs():
    assert len(quotes("„Zamarzło w nocy.", "„Nikt nie zauważył.”", language="pl")) == 1


def test_a_page_without_a_language_is_read_in_that_of_its_words():
    assert only("„Der Hafen fror zu“, sagte Jane Roe am Montag.", language="").speaker == "Jane Roe"


def test_two_people_of_one_surname_are_told_by_who_was_named_last():
    found = quotes(
        "Anna Vale kam zuerst. „Es trägt“, sagte Vale.",
        "Dann kam Peter Vale. „Es bricht“, sagte Vale.",
        language="de",
    )
    assert [quote.speaker for quote in found] == ["Anna Vale", "Peter Vale"]


def test_words_after_a_sentence_about_somebody_are_hers_with_less_confidence():
    quote = only("Die Ministerin Ingrid Vale zuckte die Achseln. „Das Eis entscheidet.“", language="de")
    assert (quote.speaker, quote.method, quote.confidence) == ("Ingrid Vale", "sentence before", 0.6)


def test_words_alone_in_a_paragraph_are_of_who_spoke_last():
    found = quotes("„Es trägt“, sagte Anna Vale.", "„Es trägt noch immer.“", language="de")
    assert [(quote.speaker, quote.method) for quote in found] == [
        ("Anna Vale", "pattern"),
        ("Anna Vale", "spoke last"),
    ]
    assert found[1].reasons == ("speaker from another paragraph",)


def test_context_is_the_sentence_before_and_after():
    quote = only("Es war kalt. „Es trägt“, sagte Anna Vale. Dann ging sie.", language="de")
    assert (quote.before.text, quote.after.text) == ("Es war kalt.", "sagte Anna Vale.")
