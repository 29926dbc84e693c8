import pytest

from archive.scrapers.errors import EmptyPageError, OverloadedPageError
from archive.scrapers.tree import MAX_LEVELS, prune, tree_of


def nested(levels: int) -> str:
    return "<div>" * levels + "<p>deep words</p>"


def test_text_below_the_parsers_own_limit_is_kept():
    assert tree_of(nested(400)).text_content() == "deep words"


@pytest.mark.parametrize("levels", [MAX_LEVELS, 10_000])
def test_deeper_pages_are_refused_rather_than_cut(levels):
    with pytest.raises(OverloadedPageError, match="nested deeper than 500 levels"):
        tree_of(nested(levels))


@pytest.mark.parametrize("markup", ["", "<!-- only this -->"])
def test_page_without_elements_is_empty(markup):
    with pytest.raises(EmptyPageError):
        tree_of(markup)


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- words -->",
        "<script>words()</script>",
        "<style>p {}</style>",
        "<noscript>words</noscript>",
        "<button>words</button>",
        "<div hidden>words</div>",
        '<span aria-hidden="true">words</span>',
        '<span class="visually-hidden">words</span>',
        '<span class="sr-only">, opens new tab</span>',
    ],
)
def test_prune_takes_out_what_a_reader_does_not_see(hidden):
    root = tree_of(f"<p>Before {hidden}after</p>")

    prune(root)

    assert root.text_content() == "Before after"


def test_prune_leaves_an_article_that_a_script_unhides():
    root = tree_of(f"<div hidden>{'many words ' * 100}</div>")

    prune(root)

    assert root.text_content().count("many") == 100
