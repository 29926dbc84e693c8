"""Pages of a made-up newspaper, long enough to be read as articles."""

SENTENCES = (
    "The council of {place} met on Monday evening in the old customs house, and it sat until past midnight.",
    "“We shall build the bridge, and we shall build it well,” said the mayor, Karin Holm, after the vote.",
    "Work is to begin in spring, when the ice has left the river and the ferries of {place} run again.",
    "The money comes from a fund set up after the flood, and from a loan that runs for thirty years.",
    "Two members of the opposition voted against it, because they think that a tunnel would last longer.",
    "“Nobody has asked the people who live beside the road,” said Per Lind, who owns a bakery at the quay.",
    "A survey of the river bed found firm rock at eleven metres, which makes the work cheaper than feared.",
    "The harbour master wants the span to be high enough for the grain ships that call at {place} in autumn.",
)


def text(place: str = "Ostby") -> list[str]:
    return [sentence.format(place=place) for sentence in SENTENCES]


def page(
    title: str = "Council votes for the bridge",
    paragraphs: list[str] | None = None,
    *,
    published: str = "2026-11-02T09:30:00+01:00",
    site: str = "The Slate",
) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or text())
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title>
        <meta property="og:site_name" content="{site}"><meta name="author" content="Ann Boe">
        <meta property="article:published_time" content="{published}"></head>
        <body><article><h1>{title}</h1>{body}</article></body></html>""".encode()


def feed(*urls: str) -> bytes:
    items = "".join(f"<item><title>Story</title><link>{url}</link></item>" for url in urls)
    return f'<rss version="2.0"><channel><title>The Slate</title>{items}</channel></rss>'.encode()
