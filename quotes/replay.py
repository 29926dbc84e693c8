"""A page as it was archived, with a line on top that says so. Pure."""

import re

BODY = re.compile(rb"<body\b[^>]{0,5000}>", re.IGNORECASE)
HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
WIDE = ("utf-16", "utf-32")  # of which no byte stands for a letter alone


def with_banner(content: bytes, codec: str, banner: str) -> bytes:
    """The banner where the page's body begins; at its end where no beginning is to be seen."""
    if codec.lower().replace("_", "-").startswith(WIDE):
        return content
    line = banner.encode(codec, "xmlcharrefreplace")
    start = BODY.search(content) or HEAD_END.search(content)
    place = start.end() if start else len(content)
    return content[:place] + line + content[place:]
