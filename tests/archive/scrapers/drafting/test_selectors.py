import pytest
from lxml import html

from archive.scrapers.drafting.selectors import lasting, selector_of


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("article-body", "article-body"),
        ("articleBody", "articleBody"),
        ("article-body__content__17Yit", "article-body__content__"),
        ("sc-bnqabg", ""),
        ("css-13kf30f-StyledAside", ""),
        ("gnPlrr", ""),
        ("d68d09e", ""),
        ("md:w-1/2", ""),
        ("", ""),
    ],
)
def test_lasting_part_of_a_name(name, kept):
    assert lasting(name) == kept


@pytest.mark.parametrize(
    ("markup", "selector"),
    [
        ('<div id="story" class="box">', "#story"),
        ('<div class="box story">', ".story"),
        ('<div itemprop="articleBody" class="box">', "[itemprop='articleBody']"),
        ('<div id="story-17Yit">', "[id*='story-']"),
        ("<div>", ""),
        ('<div itemprop="a\'b" class="x\'y">', ""),
    ],
)
def test_selector_finds_the_element_and_few_others(markup, selector):
    page = html.document_fromstring(f'<div class="box">a</div><main>{markup}b</div></main>')
    assert selector_of(page.find(".//main/div")) == selector
