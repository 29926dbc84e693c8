"""A publisher's page with everything that a draft looks at, written by us."""

WORDS = (
    "The harbour of Exmouth stays open, the council said on Monday, after five hours of a debate about {}."
)
PAGE = f"""<!doctype html>
<html lang="en"><head><title>Harbour stays open | Exmouth Post</title>
<meta property="og:site_name" content="Exmouth Post"><meta property="og:title" content="Harbour stays open">
<meta property="article:published_time" content="2026-05-03T09:00:00+01:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour stays open",
 "author": {{"@type": "Person", "name": "Lena Park"}}, "wordCount": 900}}</script></head>
<body><nav class="top"><a href="/sport">Sport</a></nav><main><h1 class="head__17Yit">Harbour stays open</h1>
<div class="byline"><a class="byline-name" href="/lena-park">Lena Park</a>
<time datetime="2026-05-03T09:00:00+01:00">3 May</time></div>
<div class="sc-aXbq story__body__9fG2k" data-secret="Ropes"><div class="slot"></div>
{"".join(f"<p>{WORDS.format(what)}</p>" for what in ("ropes", "flats", "walls", "paint", "gulls"))}
<aside class="also-read"><ul><li><a href="/fish">Fish prices</a></li><li><a href="/eel">
Eel</a></li></ul></aside>
{"".join(f"<p>{WORDS.format(what)}</p>" for what in ("storms", "eels", "tides", "nets", "ferries"))}
</div></main></body></html>"""
