import pytest

from archive.scrapers.roles import is_credit

from .articles import article, page, paragraphs, parts, read

QUOTE = "The sea does not read the minutes of the council, as my father used to say."


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        (f"<p>{QUOTE}</p>", "body"),
        (f"<blockquote><p>{QUOTE}</p></blockquote>", "block_quote"),
        (f'<aside class="pullquote"><p>{QUOTE}</p></aside>', "pull_quote"),
        (f'<div class="pull-quote">{QUOTE}</div>', "pull_quote"),
        (
            f'<figure class="wp-block-pullquote"><blockquote><p>{QUOTE}</p></blockquote></figure>',
            "pull_quote",
        ),
        (f'<blockquote class="twitter-tweet"><p>{QUOTE}</p></blockquote>', "embed"),
        (f"<figure><img src=x><figcaption>{QUOTE}</figcaption></figure>", "caption"),
        (f'<div class="image-box"><img src=x><p>{QUOTE}</p></div>', "caption"),
        (f"<ul><li>{QUOTE}</li></ul>", "list"),
        (f"<p><b>{QUOTE}</b></p>", "body"),
    ],
)
def test_role_is_told_by_the_elements_around(markup, role):
    assert parts(article(markup)) == [(role, QUOTE)]


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        ("<h2>What the sea costs</h2>", "subheading"),
        ("<p><strong>What the sea costs</strong></p>", "subheading"),
        ("<h3>What does the sea cost?</h3>", "subheading"),
        ("<p><b>What does the sea cost you?</b></p>", "question"),
        ("<h3>Will your shop be blue?</h3>", "question"),
        ("<p><b>Q: And the sea?</b></p>", "question"),
    ],
)
def test_headings_and_an_interviewers_questions_are_told_apart(markup, role):
    assert [found for found, _ in parts(article(markup))] == [role]


def test_all_headings_of_an_interview_that_ask_are_questions():
    inner = "<h3>Will your shop be blue?</h3><p>It will be blue as the sea.</p><h3>And then?</h3>"

    assert [role for role, _ in parts(article(inner))] == ["question", "body", "question"]


def test_a_long_bold_line_of_an_interview_that_asks_is_a_question():
    asked = "The blue of the shop has been read as a sign of hope by some of the island. Is it one?"
    inner = f"<h3>Will your shop be blue?</h3><p>It will be blue as the sea.</p><p><b>{asked}</b></p>"

    assert [role for role, _ in parts(article(inner))] == ["question", "body", "question"]


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="standfirst">Nobody wanted to pay for the walls.</p>',
        '<p class="sub-title">Nobody wanted to pay for the walls.</p>',
        '<div class="post-header__dek">Nobody wanted to pay for the walls.</div>',
        "<h2>Nobody wanted to pay for the walls.</h2>",
    ],
)
def test_summary_between_title_and_text_is_the_standfirst(markup):
    content = page(f"<header><h1>Harbour to stay open</h1>{markup}</header><article>{paragraphs()}</article>")

    assert parts(content) == [("standfirst", "Nobody wanted to pay for the walls.")]


def test_title_is_the_headline_and_stands_first_and_once():
    parsed = read(article("<h2>Harbour to stay open</h2>"))

    assert [(each.role, each.text) for each in parsed.paragraphs if each.role != "body"] == [
        ("headline", "Harbour to stay open")
    ]


@pytest.mark.parametrize(
    "text", ["Photo: Ann Lee", "(Exmouth Post)", "J. R. Roe/Getty Images", "Image credit: Bo Li", "AP"]
)
def test_caption_that_names_only_its_maker_is_a_credit(text):
    assert is_credit(text)


def test_caption_with_a_credit_is_no_credit():
    assert not is_credit("The harbour of Exmouth at dawn. (Photo: Ann Lee)")
