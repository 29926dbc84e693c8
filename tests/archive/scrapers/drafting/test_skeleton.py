from lxml import html

from archive.scrapers.drafting.skeleton import LABEL, MOST_ALIKE, SENTENCES, Landmarks, Skeleton

LONG = "words that go on and on until nobody would take them for a mere label any more"


def skeleton(markup: str) -> str:
    page = html.document_fromstring(f"<body>{markup}</body>").find("body")
    return html.tostring(Skeleton(Landmarks(page.find(".//main"))).body(page), encoding="unicode")


def test_skeleton_fills_paragraphs_and_labels():
    assert skeleton(f"<main><h2>Fish</h2><p>{LONG} <a href='/x'>and on</a></p></main>") == (
        f"<body><main><h2>{LABEL}</h2><p>{SENTENCES[0]}</p></main></body>"
    )


def test_skeleton_leaves_out_what_stands_beside_and_what_is_empty():
    assert skeleton("<nav>Sport</nav><main><div><img src='/x.jpg'></div><p>Fish</p></main>") == (
        f"<body><main><p>{LABEL}</p></main></body>"
    )


def test_skeleton_has_few_of_many_alike():
    assert skeleton(f"<main>{'<p>Fish</p>' * 100}</main>").count("<p>") == MOST_ALIKE


def test_skeleton_prints_no_sentence_twice():
    groups = f"<div>{f'<p>{LONG}</p>' * 4}</div>" * 4
    assert skeleton(f"<main>{groups}</main>").count("<p>") == len(SENTENCES)


def test_skeleton_of_signs_that_no_element_can_have():
    assert skeleton("<main><p class='a\x01b'>Fish \x02</p><a<b>Fish</a<b></main>") == (
        f'<body><main><p class="ab">{LABEL}</p><div>{LABEL}</div></main></body>'
    )
