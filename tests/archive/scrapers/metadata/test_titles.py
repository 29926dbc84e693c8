import pytest

from archive.scrapers.metadata.titles import title_of

from .heads import head, linked, meta, news

SITE = meta("og:site_name", "The Exmouth Post")
TITLE = "Harbour to stay open"


@pytest.mark.parametrize(
    ("markup", "body"),
    [
        (f"<title>{TITLE} | The Exmouth Post</title>{SITE}", ""),
        (f"<title>{TITLE} - Sea - Exmouth Post</title>{SITE}{meta('og:title', TITLE)}", ""),
        (meta("og:title", f"{TITLE} * The Exmouth Post") + SITE, ""),
        (meta("og:title", f"{TITLE} today"), "<h1> Harbour to <b>stay</b> open </h1>"),
        (meta("og:title", TITLE), f"<h1>The Exmouth Post</h1><h1>{TITLE}</h1><h1>Most read</h1>"),
        (news(), "<h1>The Exmouth Post</h1>"),
        ("<title>E - Exmouth</title>", f"<h1>{TITLE}</h1>"),
        ("", f"<h1>{TITLE}</h1>"),
        (linked({"@type": "Article", "headline": "Harbour to stay &quot;open&quot;"}), ""),
    ],
)
def test_title_is_the_articles_without_the_sites_name(markup, body):
    assert title_of(head(markup, body)).replace('"', "") == TITLE


def test_host_at_the_end_of_a_title_is_no_part_of_it():
    page = head(f"<title>{TITLE} | ExmouthPost</title>", url="https://www.exmouth-post.example/x")

    assert title_of(page) == TITLE


@pytest.mark.parametrize("title", ["BUDGET 3.0 | Harbour gets 4bn", "Harbour - a history of the walls"])
def test_parts_that_do_not_name_the_site_stay(title):
    assert title_of(head(f"<title>{title} | The Exmouth Post</title>{SITE}")) == title


def test_page_without_any_title_has_none():
    assert title_of(head()) == ""
