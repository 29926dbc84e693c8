"""Odd layouts that the web has: the body is whole, in order, and nothing else."""

import pytest

from .articles import PARAGRAPHS, TITLE, page, paragraphs, read

FIRST, REST = PARAGRAPHS[:2], PARAGRAPHS[2:]
OTHER = (
    "The lighthouse keeper of Nordhaven retires after forty years, and a machine will look after the lamp."
)
COOKIES = (
    "Our partners process your data on the grounds of their legitimate interest, to which you can object.",
    "Open the privacy centre at the foot of the page whenever you want to choose otherwise than you did.",
)


def items(tag: str, **attributes: str) -> str:
    written = "".join(f' {name.rstrip("_")}="{value}"' for name, value in attributes.items())
    return "".join(f"<{tag}{written}>{text}</{tag}>" for text in PARAGRAPHS)


LAYOUTS = {
    "rows with a promotion between": (
        f'<div class="row"><div class="chunk">{paragraphs(FIRST)}</div></div>'
        f'<div class="module module-promo"><a href="/x">{OTHER}</a></div>'
        f'<div class="row"><div class="chunk">{paragraphs(REST)}</div></div>'
    ),
    "sections with related stories between": (
        f"<section>{paragraphs(FIRST)}</section><section class='inline-related'><h4>Related stories</h4>"
        f"<ul><li><a href='/1'>{OTHER}</a></li></ul></section><section>{paragraphs(REST)}</section>"
    ),
    "a list": f"<ul>{items('li')}</ul>",
    "a list of paragraphs": f"<ol>{''.join(f'<li><p>{text}</p></li>' for text in PARAGRAPHS)}</ol>",
    "one cell of nested tables": (
        '<table><tr><td><a href="/">Home</a><br><a href="/news">News</a></td><td><table><tr><td>'
        f'<font face="Arial">{"<br><br>".join(PARAGRAPHS)}</font></td></tr></table></td></tr></table>'
    ),
    "line breaks around an advertisement": (
        f'<div id="story">{"<br/><br/>".join(FIRST)}<div class="adv">Advertisement</div>'
        f"{'<br/><br/>'.join(REST)}</div>"
    ),
    "AMP": (
        '<amp-sidebar id="s"><ul><li><a href="/">Home</a></li></ul></amp-sidebar>'
        '<div class="amp-wp-article-content"><amp-img src="a.jpg" width="1" height="1"></amp-img>'
        f'{paragraphs(FIRST)}<amp-ad width="1" height="1"><div placeholder>Advertisement</div></amp-ad>'
        f'{paragraphs(REST)}<amp-social-share type="twitter"></amp-social-share></div>'
    ),
    "comments in the article's own markup": (
        f'<div class="content">{paragraphs()}</div><div id="comments"><h3>2 Comments</h3>'
        f'<div class="comment"><p>{OTHER}</p></div><div class="comment"><p>{OTHER} Sadly.</p></div></div>'
    ),
    "related links within": (
        f"<div>{paragraphs(FIRST)}<div class='box'><p><strong>Related articles</strong></p>"
        f"<p><a href='/1'>{OTHER}</a></p></div>{paragraphs(REST)}</div>"
    ),
    "newsletter within": (
        f'<div>{paragraphs(FIRST)}<div class="nl"><p>Sign up for our letter about ports and bridges.</p>'
        "<p>By signing up you agree to our terms.</p></div>" + paragraphs(REST) + "</div>"
    ),
    "cookies first": f'<div id="cookie-law">{paragraphs(COOKIES)}</div><div>{paragraphs()}</div>',
    "paragraphs that are spans": (
        "<div>"
        + "".join(f'<div class="paragraph"><span>{text}</span></div>' for text in PARAGRAPHS)
        + "</div>"
    ),
    "elements of the site's own": f"<story-body>{items('story-paragraph')}</story-body>",
    "hidden until a click": (
        f'<div>{paragraphs(FIRST)}<div style="display:none" class="rest">{paragraphs(REST)}</div></div>'
    ),
    "preformatted": "<pre>" + "\n\n".join(PARAGRAPHS) + "</pre>",
    "a quotation of all": f"<blockquote>{paragraphs()}</blockquote>",
    "a capital on its own": f"<div>{paragraphs().replace('<p>T', '<p><span>T</span>', 1)}</div>",
    "a film that does not load": (
        f'<div>{paragraphs(FIRST)}<div class="video-fallback"><div>We apologize, but this video has failed '
        f"to load.</div><div>Try refreshing your browser.</div></div>{paragraphs(REST)}</div>"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_body_is_whole_and_clean_whatever_the_layout(layout):
    content = page(f"<h1>{TITLE}</h1>{LAYOUTS[layout]}<footer><a href='/about'>About us</a></footer>")
    assert " ".join(each.text for each in read(content).paragraphs) == " ".join([TITLE, *PARAGRAPHS])
