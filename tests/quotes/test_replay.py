import pytest

from quotes.replay import with_banner

BANNER = "<p>Ünder</p>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<html><BODY id=a>x", "<html><BODY id=a><p>Ünder</p>x"),
        (b"<head></head>x", "<head></head><p>Ünder</p>x"),
        (b"x", "x<p>Ünder</p>"),
        (b"", "<p>Ünder</p>"),
    ],
)
def test_banner_stands_where_the_body_begins(content, expected):
    assert with_banner(content, "utf-8", BANNER).decode() == expected


def test_banner_in_letters_that_the_page_does_not_have():
    assert with_banner(b"<body>", "ascii", BANNER) == b"<body><p>&#220;nder</p>"


def test_no_banner_where_letters_are_wider_than_a_byte():
    content = "<body>x".encode("utf-16")
    assert with_banner(content, "utf-16", BANNER) == content
