import pytest
from lxml import html

from archive.scrapers.blocks import Block
from archive.scrapers.furniture import is_furniture, names_of, reads_as_furniture, text_is_furniture


def element(markup: str):
    return html.fragment_fromstring(markup)


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<div class="newsletterBox read-more_link">', {"newsletter", "box", "read", "more", "link"}),
        ('<div id="comments3" role="complementary">', {"comments", "complementary"}),
        ('<div class="c0cecd73-4a00-d68d bWsMR">', set()),
        ("<div>", set()),
    ],
)
def test_names_are_the_words_of_class_and_id_but_not_of_hashes(markup, names):
    found = names_of(element(markup))

    assert {name for name in found if not any(name == a + b for a in names for b in names)} == names


@pytest.mark.parametrize(
    "markup",
    [
        "<nav>",
        "<footer>",
        "<aside>",
        '<div class="Newsletter-signup">',
        '<section id="comments">',
        '<div class="related-posts">',
        '<div class="article__readMore">',
        '<ul class="c-share-bar">',
        '<div data-component="recirculation">',
    ],
)
def test_element_named_after_furniture_is_furniture(markup):
    assert is_furniture(element(markup), 5)


@pytest.mark.parametrize("markup", ["<div>", '<div class="article-body">', '<section class="shared-layout">'])
def test_other_elements_are_not(markup):
    assert not is_furniture(element(markup), 0)


@pytest.mark.parametrize(("paragraphs", "wanted"), [(0, True), (1, True), (2, False)])
def test_weak_name_counts_only_around_few_paragraphs(paragraphs, wanted):
    assert is_furniture(element('<div class="teaser-content">'), paragraphs) is wanted


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement",
        "Scroll to Top",
        "READ MORE: Harbour closed for winter",
        "Sign up for our daily newsletter.",
        "Follow us on Facebook",
        "Leave a Comment",
        "Your email address will not be published. Required fields are marked *",
        "Share this article",
        "© 2024 The Exmouth Post",
        "Updated 3 May 2024",
        "4 min read",
        "Photo: Ann Lee",
        "Reporting by Bo Li; Editing by Cy Roe",
        "For more on the harbour, sign up to the Exmouth newsletter that we write for you.",
        "Related stories",
        "12 comments",
        "11:05 am",
        "* * *",
    ],
)
def test_wording_of_furniture_is_known(text):
    assert text_is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Related cases were found in Exmouth, the ministry said on Monday.",
        "More people came than the council had expected.",
        "Get more sleep, the doctor told them.",
        "Read more books, she said.",
        "“Sign up for it,” said Lee.",
        "Share prices fell.",
        "Updated rules for the harbour will follow.",
        "Source of the money was a fund.",
        "Watch this space is what he wrote to the council, and nobody knew what he meant by it.",
        "Follow the money, the old clerk used to say in those days.",
    ],
)
def test_sentences_of_articles_are_not_furniture(text):
    assert not text_is_furniture(text)


@pytest.mark.parametrize(
    ("text", "linked", "wanted"),
    [
        ("Harbour closed for winter", 1.0, True),
        ("The harbour is closed.", 1.0, False),
        ("Harbour closed", 0.5, False),
    ],
)
def test_link_that_is_no_sentence_is_furniture(text, linked, wanted):
    assert reads_as_furniture(Block(element("<p>"), text, linked)) is wanted
