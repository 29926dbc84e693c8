import pytest

from .articles import quotes

BODY = '"The harbour froze over in a single night," Jane Roe said.'


@pytest.mark.parametrize("role", ["pull_quote", "caption", "headline", "standfirst", "subheading"])
def test_words_printed_again_are_a_repeat(role):
    (quote,) = quotes("“The harbour froze over”", BODY, roles={0: role})
    assert [[span.text for span in repeat] for repeat in quote.repeats] == [["The harbour froze over"]]


def test_words_printed_again_in_the_body_are_a_quote():
    found = quotes(BODY, '"The harbour froze over in a single night," he said again.')
    assert [quote.repeats for quote in found] == [(), ()]


def test_a_pull_quote_of_other_words_stands_for_itself():
    found = quotes("“We will never see such a winter again.”", BODY, roles={0: "pull_quote"})
    assert len(found) == 2
