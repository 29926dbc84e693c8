import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.scrapers import Page, Plain, UnreadableError
from archive.scrapers.plain import parsed_text

from .articles import PARAGRAPHS, TITLE

TEXT = "\n\n".join((TITLE, *PARAGRAPHS))
FORM = "\n\n".join(
    (
        "Leave a Comment",
        "Your email address will not be published. Required fields are marked *",
        "Name *",
        "Scroll to Top",
    )
)


def texts(text: str) -> list[str]:
    return [each.text for each in parsed_text(text).paragraphs]


def test_text_is_kept_to_the_character_and_paragraphs_point_into_it():
    text = f"\n\n  {TEXT}  \r\n\n"
    parsed = parsed_text(text)

    assert parsed.text == text
    assert [(each.role, text[each.start : each.start + len(each.text)]) for each in parsed.paragraphs] == [
        ("headline", TITLE),
        *(("body", paragraph) for paragraph in PARAGRAPHS),
    ]
    assert (parsed.title, parsed.language) == (TITLE, "en")


@pytest.mark.parametrize(
    "first", ["The harbour is open.", "“It is open”", "word " * 30, "Is this the end?!"[:-1] + "."]
)
def test_first_line_that_is_a_sentence_is_no_headline(first):
    assert parsed_text(f"{first}\n\n{PARAGRAPHS[0]}").paragraphs[0].role == "body"


def test_single_line_is_body():
    assert [each.role for each in parsed_text("Harbour open").paragraphs] == ["body"]


@pytest.mark.parametrize(
    "after",
    [
        FORM,
        "Share this:\nFacebook\nX",
        "Related posts:\nA lighthouse in red",
        "Post navigation\n← Older",
        "Advertisement",
        "Sign up for our newsletter.",
    ],
)
def test_furniture_after_the_article_is_left_out_of_the_paragraphs(after):
    text = f"{TEXT}\n\n{after}"

    assert texts(text) == texts(TEXT)
    assert parsed_text(text).text == text


@pytest.mark.parametrize(
    "middle",
    [
        "Share this:",
        "Leave a comment, said Lee, and nobody did.",
        "Scroll to top",
        "Required fields are marked *",
    ],
)
def test_no_text_is_lost_where_an_article_prints_such_words_itself(middle):
    assert texts(f"{TEXT}\n\n{middle}\n\n{PARAGRAPHS[0]}") == [*texts(TEXT), middle, PARAGRAPHS[0]]


def test_text_of_furniture_alone_keeps_its_first_line():
    assert texts("Leave a Comment\nScroll to Top") == ["Leave a Comment"]


def test_each_line_is_a_paragraph():
    assert texts("One is here.\nTwo is here.\r\nThree is here.\u2028Four.") == [
        "One is here.",
        "Two is here.",
        "Three is here.",
        "Four.",
    ]


def test_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The council of Exmouth voted on Monday to keep the\n"
        "old harbour open, “after five hours of a debate\n"
        "that nobody will forget,” as Ann Lee said."
    )

    assert texts(f"{TITLE}\n\n{wrapped}\n\n{PARAGRAPHS[1]}") == [TITLE, wrapped, PARAGRAPHS[1]]


@pytest.mark.parametrize("text", ["", " \n\t\r\n "])
def test_empty_text_is_unreadable(text):
    with pytest.raises(UnreadableError, match="The text is empty"):
        parsed_text(text)


def test_plain_reads_the_bytes_of_a_page():
    parsed = Plain().parse(Page(TEXT.encode("cp1252"), "file:notes.txt"))

    assert parsed.text == TEXT


@given(st.text(alphabet="aB “”.\n\r\u2028*:Share", max_size=300))
def test_paragraphs_rise_and_never_overlap(text):
    if not text.strip():
        return
    paragraphs = parsed_text(text).paragraphs
    ends = [0, *(each.start + len(each.text) for each in paragraphs)]

    assert all(each.start >= end for each, end in zip(paragraphs, ends, strict=False))
    assert [text[each.start : each.start + len(each.text)] for each in paragraphs] == [
        each.text for each in paragraphs
    ]
