import pytest
from lxml import html

from archive.scrapers.blocks import blocks_of, brief_text, normalised


def texts(markup: str) -> list[str]:
    return [block.text for block in blocks_of(html.fromstring(f"<body>{markup}</body>"))]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"]),
        ("<p>One <b>bo</b>ld <a href=x>word</a></p>", ["One bold word"]),
        ("<div>One<br>line<br><br>Two<br/> <br/>Three</div>", ["One line", "Two", "Three"]),
        ("<p><b>Who are you?</b><br>Nobody.</p>", ["Who are you?", "Nobody."]),
        ("<p>LEE: We are glad.<br>LI: So are we.</p>", ["LEE: We are glad.", "LI: So are we."]),
        ("<p>Note: One<br>and more.</p>", ["Note: One and more."]),
        ("<ul><li>One<li>Two</ul>tail", ["One", "Two", "tail"]),
        ("<table><tr><td>One<td>Two</table>", ["One", "Two"]),
        ("<p>  </p><div><span> </span></div>", []),
    ],
)
def test_blocks_end_where_a_reader_sees_a_border(markup, wanted):
    assert texts(markup) == wanted


def test_white_space_is_single_and_the_unseen_is_left_out():
    assert normalised(" a\u00a0\n b\u200b\u00adc\ufeff ") == "a bc"


def test_block_tells_its_element_and_how_much_of_it_is_linked_and_bold():
    block = blocks_of(html.fromstring("<div><p><a href=x>fours</a> <b>fives</b></p></div>"))[0]

    assert (block.element.tag, block.text, block.linked, block.bold) == ("p", "fours fives", 0.5, 0.5)


def test_brief_text_is_empty_beyond_its_length():
    element = html.fromstring("<p>one <b>two</b></p>")

    assert (brief_text(element, 20), brief_text(element, 5)) == ("one two", "")
