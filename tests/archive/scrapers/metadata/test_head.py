import pytest

from archive.scrapers.metadata.sections import section_of

from .heads import head, meta, news


@pytest.mark.parametrize(
    ("markup", "outlet"),
    [
        (meta("og:site_name", "The Exmouth Post"), "The Exmouth Post"),
        (
            meta("og:site_name", "exmouthpost") + news(publisher={"name": "The Exmouth Post"}),
            "The Exmouth Post",
        ),
        (meta("og:site_name", "exmouthpost"), "exmouthpost"),
        (news(publisher={"name": "The Exmouth Post"}), "The Exmouth Post"),
        ("", ""),
    ],
)
def test_outlet_is_a_name_rather_than_a_handle(markup, outlet):
    assert head(markup).outlet == outlet


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<link rel="canonical" href="https://post.example/a">', "https://post.example/a"),
        (
            '<link rel="canonical" href="/a">' + meta("og:url", "https://post.example/b"),
            "https://post.example/b",
        ),
        ('<link rel="canonical" href="http://[">', ""),
        ("", ""),
    ],
)
def test_canonical_url_is_absolute_and_well_formed(markup, url):
    assert head(markup).canonical_url == url


def test_metas_are_found_by_any_of_their_keys_in_order():
    page = head('<meta property="A" content="1"><meta itemprop="a" content=" 2 "><meta name="b" content="">')

    assert (list(page.all("b", "a")), page.first("a"), page.first("c")) == (["1", "2"], "1", "")


def test_address_of_a_malformed_url_is_empty():
    assert head(url="http://[bad").address.netloc == ""


@pytest.mark.parametrize(
    ("markup", "section"),
    [
        (news(articleSection=["Coast", "Sea"]), "Coast"),
        (meta("article:section", "Coast"), "Coast"),
        (meta("article:section", "Uncategorized"), ""),
        ("", ""),
    ],
)
def test_section_is_a_real_one(markup, section):
    assert section_of(head(markup)) == section


@pytest.mark.parametrize(
    ("markup", "variants"),
    [
        ('<link rel="amphtml" href="https://post.example/a/amp">', ("https://post.example/a/amp",)),
        (
            '<link rel="alternate" media="handheld" href="https://m.post.example/a">',
            ("https://m.post.example/a",),
        ),
        (
            '<link rel="alternate" media="only screen and (max-width: 640px)" href="https://m.post.example/a">',
            ("https://m.post.example/a",),
        ),
        ('<link rel="alternate" hreflang="de" media="handheld" href="https://post.example/de">', ()),
        ('<link rel="alternate" type="application/rss+xml" href="https://post.example/feed">', ()),
        ('<link rel="amphtml" href="http://["><link rel="amphtml" href="javascript:alert(1)">', ()),
        ("".join(f'<link rel="amphtml" href="https://post.example/{n}">' for n in range(900)), 5),
    ],
)
def test_variants_are_those_for_telephones(markup, variants):
    found = head(markup).variants
    assert (len(found) if isinstance(variants, int) else found) == variants
