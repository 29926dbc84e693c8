"""The directive is the shortest that leads to the passage, and to no other."""

import pytest

from quotes.text_fragments import fragment_for, text_blocks
from quotes.text_fragments.directive import Fragment
from quotes.text_fragments.page import FoldedPage

START = "#:~:text="


def directive(page, *segments, prefix=""):
    return fragment_for(text_blocks(page), list(segments), prefix).removeprefix(START)


def test_fragment_of_unique_words_is_these_words():
    assert directive("<p>She said: “It rained all night.”</p>", "It rained all night.") == (
        "It%20rained%20all%20night."
    )


def test_fragment_encodes_what_has_a_meaning_in_a_directive():
    page = "<p>He sold a well-known shop, Salt &amp; Sons, that day</p>"

    assert (
        directive(page, "a well-known shop, Salt & Sons") == "a%20well%2Dknown%20shop%2C%20Salt%20%26%20Sons"
    )


def test_fragment_takes_white_space_as_the_browser_does():
    page = "<p>We   have\n\t<b>always</b>&nbsp;lived here</p>"

    assert directive(page, "We have always lived here") == "We%20have%20always%20lived%20here"


def test_fragment_of_words_printed_twice_is_told_apart_by_what_stands_before():
    page = "<p>Old: “It rained.” New: “It rained.”</p>"

    assert directive(page, "It rained.", prefix="New: “") == "New%3A%20%E2%80%9C-,It%20rained."


def test_fragment_of_the_first_of_two_needs_no_context():
    page = "<p>Old: “It rained.” New: “It rained.”</p>"

    assert directive(page, "It rained.", prefix="Old: “") == "It%20rained."


def test_fragment_does_not_take_part_of_a_word_for_a_match():
    page = "<p>Restarting was hard.</p><p>She said: “start”</p>"

    assert directive(page, "start") == "start"


def test_fragment_of_a_long_quote_gives_its_ends():
    words = " ".join(f"word{number}" for number in range(40))

    assert directive(f"<p>{words}</p>", words) == "word0%20word1%20word2,word37%20word38%20word39"


def test_fragment_over_several_paragraphs_gives_its_ends():
    page = "<p>“We came at night.</p><p>“We left at noon on foot.”</p>"

    assert directive(page, "We came at night.", "We left at noon on foot.") == (
        "We%20came%20at,noon%20on%20foot."
    )


def test_fragment_of_a_sentence_broken_by_a_line_break():
    assert directive("<p>Four words<br>make eight words</p>", "Four words make eight words") == (
        "Four%20words,eight%20words"
    )


def test_fragment_of_words_that_the_page_does_not_print_is_none():
    assert directive("<p>Something else</p>", "It rained") == ""


def test_fragment_never_counts_what_nobody_sees():
    page = "<title>It rained</title><script>It rained</script><p hidden>It rained</p><p>So: “It rained”</p>"

    assert directive(page, "It rained") == "It%20rained"


@pytest.mark.parametrize("page", ["", "<!-- nothing -->", "<p></p>"])
def test_fragment_in_an_empty_page_is_none(page):
    assert directive(page, "It rained") == ""


def test_fragment_of_no_words_is_none():
    assert directive("<p>It rained</p>", " ") == ""


def test_match_wants_prefix_and_suffix_beside_the_words():
    page = FoldedPage(["one two three two four"])

    assert page.match(Fragment("two", prefix="three")) == (14, 17)
    assert page.match(Fragment("two", suffix="three")) == (4, 7)
    assert page.match(Fragment("two", prefix="four")) is None


def test_match_takes_quotation_marks_and_case_as_equal():
    assert FoldedPage(["He said ‘No’"]).match(Fragment("he SAID 'no'")) == (0, 12)
