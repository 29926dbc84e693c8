"""Where words stand in another text: the same marks around them, the most alike surroundings."""

import pytest

from quotes.anchors import anchored, shown_in
from tests.quotes.rows import NOW, make_capture, make_occurrence, make_reading

pytestmark = pytest.mark.django_db


def occurrence_of(text: str, *segments: str):
    """The occurrence of these words, one after the other, in a reading of this text."""
    reading = make_reading(text)
    offsets = [[text.index(words), text.index(words) + len(words)] for words in segments]
    start, end = offsets[0][0], offsets[-1][1]
    return make_occurrence(
        segments[0],
        reading=reading,
        segments=offsets,
        start=start,
        end=end,
        exact=" ".join(segments),
        prefix=text[max(0, start - 64) : start],
        suffix=text[end : end + 64],
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("News. “It rained,” she said.", [[7, 17]]),
        ("It rained, she said.", None),  # not marked
        ("“It rained, and how,” she said.", None),
        ("“It snowed,” she said.", None),
        ("", None),
    ],
)
def test_anchored_between_the_same_marks(text, found):
    assert anchored(occurrence_of("“It rained,” she said.", "It rained,"), text) == found


def test_anchored_where_the_words_before_are_most_alike():
    occurrence = occurrence_of("Later the mayor said: “No.”", "No.")

    assert anchored(occurrence, "The clerk asked: “No.” Then the mayor said: “No.”") == [[45, 48]]


def test_anchored_segments_stand_in_their_order():
    occurrence = occurrence_of("“It rained,” she said, “all day.”", "It rained,", "all day.")

    assert anchored(occurrence, "News: “It rained,” she said on Monday, “all day.”") == [[7, 17], [40, 48]]
    assert anchored(occurrence, "“All day.” “It rained,” she said.") is None


def test_anchored_in_a_text_of_many_places_ends():
    occurrence = occurrence_of("“No” and", "No")

    assert anchored(occurrence, "“No” " * 100_000) is not None


def test_shown_in_another_reading_is_a_copy_that_is_not_the_row():
    occurrence = occurrence_of("“It rained,” she said.", "It rained,")
    newer = make_reading("At noon “It rained,” she said.", capture=make_capture(occurrence.article))

    shown = shown_in(newer, occurrence)

    assert (shown.pk, shown.segments) == (occurrence.pk, [[9, 19]])
    occurrence.refresh_from_db()
    assert occurrence.segments == [[1, 11]]


def test_shown_in_is_nothing_for_what_the_source_removed():
    occurrence = occurrence_of("“It rained,” she said.", "It rained,")
    occurrence.removed_at = NOW

    assert shown_in(make_reading("“It rained,” she said."), occurrence) is None
