"""The text of a page as a reader sees it, block by block."""

from quotes.text_fragments import text_blocks


def test_blocks_end_where_paragraphs_and_breaks_do():
    page = "<div>Above<p>One <i>two</i></p>between<br>below</div>"

    assert text_blocks(page) == ["Above", "One two", "between", "below"]


def test_blocks_leave_out_what_is_hidden_but_keep_what_follows():
    page = "<p>One<script>no()</script> two<span style='display: none'>no</span> three<!-- no --> four</p>"

    assert text_blocks(page) == ["One two three four"]


def test_blocks_of_nested_hidden_elements_end_with_the_outer_one():
    assert text_blocks("<div hidden><div>no</div>no</div><p>yes</p>") == ["yes"]


def test_blocks_leave_out_soft_hyphens():
    assert text_blocks("<p>Donau\u00addampf</p>") == ["Donaudampf"]


def test_blocks_of_no_html_are_none():
    assert text_blocks("") == []
