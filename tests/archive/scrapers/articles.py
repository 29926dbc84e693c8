"""Made-up articles, and the pages that hold them."""

from archive.scrapers import Generic, Page, Parsed

PARAGRAPHS = (
    "The council of Exmouth voted on Monday to keep the old harbour open, after five hours of debate.",
    "“We are glad that it is over,” said Ann Lee, who has sold ropes on the quay since she left school.",
    "The harbour was to make way for flats, but no builder wanted to pay for walls that hold the sea back.",
    "Lee will paint her shop now. “It was grey as long as nobody knew,” she said, “and now it can be blue.”",
)
TITLE = "Harbour to stay open"


def paragraphs(texts=PARAGRAPHS) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, head: str = "", lang: str = "en") -> bytes:
    return f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'.encode()


def article(inner: str = "", head: str = "", title: str = TITLE) -> bytes:
    """An article of all four paragraphs with ``inner`` after the second."""
    body = f"{paragraphs(PARAGRAPHS[:2])}{inner}{paragraphs(PARAGRAPHS[2:])}"
    return page(f"<main><h1>{title}</h1><article>{body}</article></main>", head)


def read(content: bytes, url: str = "", **headers: str) -> Parsed:
    return Generic().parse(Page(content, url, headers))


def parts(content: bytes) -> list[tuple[str, str]]:
    """Role and text of what is read, without the four paragraphs and the title."""
    known = (TITLE, *PARAGRAPHS)
    return [(each.role, each.text) for each in read(content).paragraphs if each.text not in known]
