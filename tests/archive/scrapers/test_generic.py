"""Whole pages: what is read of an ordinary one, and that a hostile one gives a sentence and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.scrapers import Generic, Page, Parsed, UnreadableError
from archive.scrapers.errors import EmptyPageError, NotHtmlError, OverloadedPageError

from .articles import PARAGRAPHS, TITLE, article, page, paragraphs, read

HEAD = (
    f"<title>{TITLE} | The Exmouth Post</title>"
    '<meta property="og:site_name" content="The Exmouth Post"><meta name="author" content="By Bo Li">'
    '<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">'
    '<meta property="article:modified_time" content="2024-05-04">'
    '<meta property="article:section" content="Coast">'
    '<link rel="canonical" href="https://post.example/harbour">'
)


def test_ordinary_page_is_read_whole():
    parsed = read(article(head=HEAD), "https://post.example/harbour?x=1")

    assert parsed == Parsed(
        text="\n\n".join((TITLE, *PARAGRAPHS)),
        paragraphs=parsed.paragraphs,
        title=TITLE,
        authors=("Bo Li",),
        published="2024-05-03T10:00:00+02:00",
        modified="2024-05-04",
        outlet="The Exmouth Post",
        language="en",
        section="Coast",
        canonical_url="https://post.example/harbour",
        flags=(),
    )
    assert [each.role for each in parsed.paragraphs] == ["headline", "body", "body", "body", "body"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyPageError),
        (b"%PDF-1.4", NotHtmlError),
        (b"only words", NotHtmlError),
        (page(""), EmptyPageError),
        (page("<div>" * 10_000 + "<p>words</p>"), OverloadedPageError),
        (page("<div " + " ".join(f'a{n}=""' for n in range(200_000)) + ">"), OverloadedPageError),
        (page("<p>x" * 40_000), OverloadedPageError),
    ],
)
def test_what_cannot_be_read_gives_one_sentence_and_the_address(content, error):
    with pytest.raises(error) as raised:
        read(content, "https://post.example/x")

    assert raised.value.url == "https://post.example/x"
    assert str(raised.value)[0].isupper()
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize(
    "hostile",
    [
        "<span>x</span>" * 5_000,
        "<br>" * 5_000,
        "<div class='byline author'>" * 200 + "</div>" * 200,
        "<table><tr><td>" * 100,
        "<b><i><u>" * 100,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">{"@type": "Article", "author": [[[{"name": {}}]]]}</script>',
        "<time datetime='99999-99-99'>x</time>" * 300,
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>&b;",
    ],
)
def test_article_is_read_beside_hostile_markup(hostile):
    content = page(f"<h1>{TITLE}</h1><article>{paragraphs()}</article><div>{hostile}</div>")

    assert {each.text for each in read(content).paragraphs} >= set(PARAGRAPHS)


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='related'>",
        "</div>",
        "<h1>",
        "<br>",
        "<table><td>",
        "<a href='x'>",
        "<!--",
        "-->",
        "<![CDATA[",
        '<script type=\'application/ld+json\'>{"@type": "Article", "headline": "\\ud800"}</script>',
        "<meta property='og:title' content='A | B'>",
        "<frameset>",
        "<blockquote>",
        "&#xD800;",
        "&nbsp;",
        "“Words are here,” said Ann Lee. " * 8,
        "\x00",
        "\ufeff",
        "é",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=40).map(lambda made: "".join(made).encode()))
)
def test_any_bytes_are_read_or_unreadable(content):
    try:
        parsed = Generic().parse(Page(content, "http://["))
    except UnreadableError:
        return
    assert [parsed.text[each.start : each.start + len(each.text)] for each in parsed.paragraphs] == [
        each.text for each in parsed.paragraphs
    ]
    assert parsed.text.strip()
    assert "\0" not in parsed.text
    parsed.text.encode()
