from lxml import html

from archive.scrapers.blocks import blocks_of
from archive.scrapers.weights import Weights

LONG = "word " * 30


def weighed(markup: str):
    root = html.fromstring(f"<body>{markup}</body>")
    return root, Weights(root, [block for block in blocks_of(root) if "word" in block.text])


def test_container_is_the_lowest_element_of_nearly_all_text():
    root, weights = weighed(f"<div><section><p>{LONG}</p><p>{LONG}</p></section><p>Home</p></div>")

    assert weights.container is root.find(".//section")


def test_container_of_a_split_article_is_the_element_around_its_parts():
    root, weights = weighed(f"<main><div><p>{LONG}</p></div><div><p>{LONG}</p></div></main><p>Home</p>")

    assert weights.container is root.find(".//main")


def test_elements_of_one_class_weigh_together():
    markup = f'<p class="a">{LONG}</p>' * 2 + f'<p class="b">{LONG}</p>' * 8
    root, weights = weighed(markup)
    first, last = root.find(".//p[@class='a']"), root.find(".//p[@class='b']")

    assert (weights.is_weighty(first), weights.long_paragraphs(first), weights.long_paragraphs(last)) == (
        True,
        2,
        8,
    )
