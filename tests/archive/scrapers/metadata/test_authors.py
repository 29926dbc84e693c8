import pytest

from archive.scrapers.metadata.authors import authors_of, is_signature, names_in

from .heads import head, linked, meta, news

POST = {"@type": "Organization", "name": "The Exmouth Post"}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("by Ann Lee and Bo Li", ["Ann Lee", "Bo Li"]),
        ("By ANN LEE, BO LI and CY ROE-HALL Updated 5 hours ago", ["ANN LEE", "BO LI", "CY ROE-HALL"]),
        ("Ann Lee, Chief Political Correspondent", ["Ann Lee"]),
        ("Written by Ann Lee in London", ["Ann Lee"]),
        ("Von Jörg Müller und Ann Lee", ["Jörg Müller", "Ann Lee"]),
        ("Ann Lee | Bo Li", ["Ann Lee", "Bo Li"]),
        ("Ann Lee (Exmouth Post)", ["Ann Lee"]),
        ("Ann Lee @annlee", []),
        ("https://post.example/authors/ann-lee", []),
        ("Associated Press", ["Associated Press"]),
        ("Ludwig van Beethoven", ["Ludwig van Beethoven"]),
        ("台北時報", ["台北時報"]),
        ("Staff Reporter", []),
        ("admin", []),
        ("5 min read", []),
        ("The people of the town who have never been asked by anybody for it", []),
        ("", []),
    ],
)
def test_names_stand_alone(written, names):
    assert list(names_in(written)) == names


@pytest.mark.parametrize(
    ("markup", "authors"),
    [
        (news(author="Ann Lee"), ("Ann Lee",)),
        (news(author={"@type": "Person", "name": "Ann Lee"}), ("Ann Lee",)),
        (news(author=[{"name": "Ann Lee"}, {"name": "Bo Li"}, {"name": "Ann Lee"}]), ("Ann Lee", "Bo Li")),
        (
            linked({"@type": "Article", "author": {"@id": "#1"}}, {"@id": "#1", "name": "Ann Lee"}),
            ("Ann Lee",),
        ),
        (meta("author", "Ann Lee"), ("Ann Lee",)),
        (
            meta("article:author", "https://facebook.com/post") + meta("parsely-author", "Ann Lee"),
            ("Ann Lee",),
        ),
        (meta("parsely-author", "ann-lee"), ()),
        (news(author=POST, publisher=POST) + meta("author", "Ann Lee"), ("Ann Lee",)),
        (news(author=POST, publisher=POST), ("The Exmouth Post",)),
        ("", ()),
    ],
)
def test_authors_are_those_that_the_head_names(markup, authors):
    assert authors_of(head(markup)) == authors


@pytest.mark.parametrize(
    "body",
    [
        '<a rel="author" href="/x">Ann Lee</a>',
        '<span itemprop="author"><span itemprop="name">Ann Lee</span></span>',
        '<div class="byline">By <a href="/x">Ann Lee</a>, Sea Correspondent</div>',
        '<div class="article__author"><p>Ann Lee</p><p>Sea Correspondent</p></div>',
        "<p>By Ann Lee</p>",
        "<div><span>Von Ann Lee</span></div>",
        '<div class="related-card"><span class="author">Cy Roe</span></div><p class="byline">Ann Lee</p>',
    ],
)
def test_authors_are_those_of_the_byline_where_the_head_is_silent(body):
    assert authors_of(head(body=body)) == ("Ann Lee",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By Ann Lee, News Editor", True),
        ("3 May 2024", True),
        ("Friday, May 3, 2024", True),
        ("By Monday nobody knew what to do.", False),
        ("The vote of 3 May 2024 will be remembered", False),
        ("By the sea:", False),
    ],
)
def test_signature_is_a_byline_or_a_date_and_nothing_else(text, wanted):
    assert is_signature(text) is wanted
