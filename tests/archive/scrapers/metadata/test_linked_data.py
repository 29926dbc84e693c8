import pytest

from archive.scrapers.metadata.linked_data import texts

from .heads import head, linked


def test_article_is_found_wherever_it_stands():
    page = head(
        linked(
            {"@graph": [{"@type": "WebSite"}, {"mainEntity": {"@type": "NewsArticle", "headline": "Found"}}]}
        )
    )

    assert page.linked.text("headline") == "Found"


def test_article_with_a_headline_comes_before_one_without():
    page = head(
        linked({"@type": "Article"}, [{"@type": ["Thing", "ReportageNewsArticle"], "headline": "Found"}])
    )

    assert page.linked.text("headline") == "Found"


def test_reference_is_replaced_by_the_fullest_node_of_its_name():
    person = {"@id": "#ann", "@type": "Person", "name": "Ann Lee"}
    page = head(linked({"@type": "Article", "author": [{"@id": "#ann"}]}, {"@id": "#ann"}, person))

    assert page.linked.names("author") == ["Ann Lee"]


@pytest.mark.parametrize(
    "written", ["", "{", "null", "[1, 2]", '"x"', "[" * 100_000, '{"@type": 5, "@id": {}}', "1" * 5000]
)
def test_what_is_no_linked_data_is_passed_over(written):
    page = head(f'<script type="application/ld+json">{written}</script>')

    assert (page.linked.text("headline"), page.linked.names("author")) == ("", [])


def test_trailing_semicolon_and_raw_line_breaks_do_no_harm():
    page = head('<script type="application/ld+json">{"@type": "Article", "headline": "a\nb"};</script>')

    assert page.linked.text("headline") == "a b"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("a &amp; b", ["a & b"]),
        (["a", ["b"], None, {}, True], ["a", "b"]),
        (7, ["7"]),
        ("\ud800x", ["x"]),
        (" ", []),
    ],
)
def test_texts_are_what_can_be_stored(value, wanted):
    assert texts(value) == wanted
