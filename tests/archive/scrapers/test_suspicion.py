from contextlib import suppress

import pytest

from archive.scrapers.errors import EmptyPageError, NotHtmlError, OverloadedPageError
from archive.scrapers.suspicion import MAX_ATTRIBUTES, MAX_ELEMENTS, refuse_foreign, refuse_overload


@pytest.mark.parametrize(
    ("content", "headers", "message"),
    [
        (b"%PDF-1.7 ...", {}, "This is a PDF document, not a web page."),
        (b"\x89PNG\r\n\x1a\n", {}, "This is a picture, not a web page."),
        (b"PK\x03\x04", {}, "This is an archive or an office document, not a web page."),
        (
            b'{"a": 1}',
            {"Content-Type": "application/json; charset=utf-8"},
            "The server calls this application/json, which is not a web page.",
        ),
    ],
)
def test_other_kinds_of_file_are_named(content, headers, message):
    with pytest.raises(NotHtmlError) as raised:
        refuse_foreign(content, headers)

    assert str(raised.value) == message


@pytest.mark.parametrize("content", [b"", b" \r\n\t "])
def test_nothing_at_all_is_an_empty_page(content):
    with pytest.raises(EmptyPageError, match="no text at all"):
        refuse_foreign(content, {})


def test_html_is_let_pass_whatever_the_server_calls_it():
    refuse_foreign(b"<p>Words</p>", {"content-type": "application/octet-stream"})


def test_text_without_tags_is_not_html():
    with pytest.raises(NotHtmlError, match="--text"):
        refuse_overload("1 < 2, said Ann Lee")


def many(attributes: int) -> str:
    return " ".join(f'a{number}="x"' for number in range(attributes))


@pytest.mark.parametrize(
    "markup",
    [
        f"<div {many(MAX_ATTRIBUTES + 1)}>",
        f"<!--><div {many(MAX_ATTRIBUTES + 1)}>",
        f"<script {many(MAX_ATTRIBUTES + 1)}></script>",
        f'<p title="a > b" {many(MAX_ATTRIBUTES)}>',
        f"<p class=don't {many(MAX_ATTRIBUTES)}>",
        f"<script-box {many(MAX_ATTRIBUTES + 1)}>",
    ],
)
def test_element_of_too_many_attributes_is_refused(markup):
    with pytest.raises(OverloadedPageError, match="An element of the page has 501 attributes"):
        refuse_overload(markup)


@pytest.mark.parametrize(
    "markup",
    [
        f"<div {many(MAX_ATTRIBUTES)}>",
        f"<p>one</p><!-- <div {many(MAX_ATTRIBUTES + 1)}> -->",
        f"<p><script>if (a <b {many(MAX_ATTRIBUTES + 1)}) {{}}</script>",
        "<p>" + "it isn't, he said, " * MAX_ATTRIBUTES,
    ],
)
def test_what_only_looks_like_attributes_is_not_counted(markup):
    refuse_overload(markup)


def test_too_many_elements_are_refused():
    with pytest.raises(OverloadedPageError, match="30,001 elements; 30,000 is the limit"):
        refuse_overload("<b>x" * (MAX_ELEMENTS + 1))


def test_too_many_characters_are_refused():
    with pytest.raises(OverloadedPageError, match="10,000,003 characters"):
        refuse_overload("<p>" + "x" * 10_000_000)


@pytest.mark.parametrize(
    "piece", ["<", "<a", '<a b="', "<a b='\" ", "<!--", "<script>", "<script ", "<a =", "<a /"]
)
def test_counting_ends_on_any_repetition(piece):
    with suppress(NotHtmlError, OverloadedPageError):
        refuse_overload(piece * 200_000)
