import pytest

from archive.scrapers.metadata import flags_of

from .heads import head, linked, meta, news

ARTICLE = "https://post.example/harbour"


@pytest.mark.parametrize(
    "markup",
    [
        news(isAccessibleForFree=False),
        news(isAccessibleForFree="False"),
        news(hasPart={"@type": "WebPageElement", "isAccessibleForFree": False}),
        meta("article:content_tier", "metered"),
    ],
)
def test_page_that_says_so_is_paywalled(markup):
    assert flags_of(head(markup, url=ARTICLE), "Harbour", 500) == ("paywalled",)


@pytest.mark.parametrize("markup", ["", news(isAccessibleForFree=True), meta("article:content_tier", "free")])
def test_free_page_has_no_flag(markup):
    assert flags_of(head(markup, url=ARTICLE), "Harbour", 500) == ()


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://consent.post.example/collect?to=1", "Post"),
        ("https://post.example/privacy-gate/", "Post"),
        (ARTICLE, "Before you continue to Post"),
        (ARTICLE, "We value your privacy"),
    ],
)
def test_consent_page_is_recognised_unless_it_is_an_article(url, title):
    page = head(url=url)

    assert (flags_of(page, title, 60), flags_of(page, title, 600)) == (("consent",), ())


@pytest.mark.parametrize(
    "title", ["Page not found", "404", "This article is no longer available", "Seite nicht gefunden"]
)
def test_error_page_with_status_200_is_a_soft_404(title):
    page = head(f"<title>{title}</title>", url=ARTICLE)

    assert (flags_of(page, title, 30), flags_of(page, title, 600)) == (("soft-404",), ())


def test_home_page_without_a_date_is_a_soft_404():
    home = "https://post.example/"

    assert flags_of(head(url=home), "Post", 900) == ("soft-404",)
    assert flags_of(head(news(datePublished="2024-05-03"), url=home), "Harbour", 900) == ()


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        (linked({"@type": "LiveBlogPosting", "headline": "Harbour"}), "Harbour"),
        ("", "Harbour vote LIVE: council meets"),
        ("", "Live updates from the harbour"),
    ],
)
def test_liveblog_is_recognised(markup, title):
    assert flags_of(head(markup, url=ARTICLE), title, 900) == ("liveblog",)


def test_living_by_the_sea_is_no_liveblog():
    assert flags_of(head(url=ARTICLE), "Where seals live: a visit", 900) == ()
