import pytest

from archive.scrapers import UnreadableError

from .articles import PARAGRAPHS, TITLE, article, page, paragraphs, parts, read

OTHER = "The lighthouse of Exmouth will be painted in red and white again, the office for lights has said."


def bodies(content: bytes) -> list[str]:
    return [each.text for each in read(content).paragraphs if each.role == "body"]


@pytest.mark.parametrize(
    "markup",
    [
        f'<aside class="related"><h3>Related</h3><p><a href="/2">{OTHER}</a></p></aside>',
        '<div class="newsletter-box"><p>Sign up for the harbour letter, which comes on Fridays.</p></div>',
        '<div class="ad">Advertisement</div>',
        '<p><strong><a href="/2">READ MORE: A lighthouse in red and white</a></strong></p>',
        '<div class="share-bar"><a href="x">Facebook</a> <a href="y">Mail</a></div>',
        "<p>By Bo Li, News Editor</p>",
        "<p>3 May 2024</p>",
        "<script>var words = 'that nobody reads on the page itself';</script>",
    ],
)
def test_furniture_within_the_article_is_left_out(markup):
    assert parts(article(markup)) == []


def test_furniture_around_the_article_is_left_out():
    around = (
        '<nav><a href="/">Home</a></nav>{}<div class="author-bio"><p>Bo Li has written about '
        "harbours and other wet places for this newspaper since the year of the flood.</p></div>"
        f'<section id="comments"><h2>Leave a Comment</h2><p>{OTHER}</p><p>{OTHER} Indeed.</p></section>'
        "<footer><p>Copyright 2024 The Exmouth Post. All rights reserved.</p><p>Scroll to Top</p></footer>"
    )
    content = page(around.format(f"<main><h1>{TITLE}</h1><article>{paragraphs()}</article></main>"))

    assert bodies(content) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "layout",
    [
        "<div><p>{}</p><p>{}</p><p>{}</p><p>{}</p></div>",
        "<div>{}<br><br>{}<br><br>{}<br><br>{}</div>",
        "<div><div>{}</div><div>{}</div><div>{}</div><div>{}</div></div>",
        "<table><tr><td><p>{}</p><p>{}</p><p>{}</p><p>{}</p></td></tr></table>",
        "<div><p>{}</p><p>{}</p></div><div class='ad'>Advertisement</div><div><p>{}</p><p>{}</p></div>",
        '<div class="teaser-content"><p>{}</p><p>{}</p></div><div class="metered"><p>{}</p><p>{}</p></div>',
        '<form id="aspnetForm"><div><p>{}</p><p>{}</p><p>{}</p><p>{}</p></div></form>',
        '<div class="comment-free author-page widgets"><p>{}</p><p>{}</p><p>{}</p><p>{}</p></div>',
    ],
)
def test_paragraphs_are_read_in_order_whatever_the_layout(layout):
    content = page(f"<h1>{TITLE}</h1>{layout.format(*PARAGRAPHS)}")

    assert bodies(content) == list(PARAGRAPHS)


def test_paragraph_printed_twice_is_read_once():
    content = page(
        f"<h1>{TITLE}</h1><article>{paragraphs()}<div>{paragraphs(PARAGRAPHS[:1])}</div></article>"
    )

    assert bodies(content) == list(PARAGRAPHS)


def test_pull_quote_that_repeats_a_sentence_is_kept():
    repeated = "It was grey as long as nobody knew"

    assert parts(article(f'<div class="pullquote">{repeated}</div>')) == [("pull_quote", repeated)]


def test_text_that_repeats_a_caption_is_left_out():
    caption = "The harbour of Exmouth at dawn, before the boats go out"
    figure = (
        f"<figure><img src=x><figcaption>{caption}. Exmouth Post</figcaption></figure><div>{caption}</div>"
    )

    assert parts(article(figure)) == [("caption", f"{caption}. Exmouth Post")]


def test_all_offsets_point_at_their_paragraphs():
    parsed = read(article("<h2>What the sea costs</h2>"))

    assert [parsed.text[each.start : each.start + len(each.text)] for each in parsed.paragraphs] == [
        each.text for each in parsed.paragraphs
    ]


def test_short_report_is_read():
    content = page("<h1>Fire</h1><p>A shed burned down on Monday. “Nobody was hurt,” said Ann Lee.</p>")

    assert bodies(content) == ["A shed burned down on Monday. “Nobody was hurt,” said Ann Lee."]


@pytest.mark.parametrize("body", ["", "<p> </p>", "<script>x()</script>", "<img src=x>"])
def test_page_without_text_is_unreadable(body):
    with pytest.raises(UnreadableError, match="holds no text"):
        read(page(body))


@pytest.mark.parametrize("body", ["<p>Share this</p>", "<h1>Harbour</h1>", "<nav><a href=x>Home</a></nav>"])
def test_page_of_furniture_alone_holds_no_article(body):
    with pytest.raises(UnreadableError, match="No article was found on the page"):
        read(page(body))
