"""Any article page: the longer of two extractors' texts, roles from the markup, metadata from head and byline."""

from .base import Page, Parsed, joined
from .body import body_of
from .encoding import decode
from .errors import UnreadableError
from .language import page_language
from .metadata import Head, authors_of, flags_of, modified_of, published_of, section_of, title_of
from .suspicion import refuse_foreign, refuse_overload
from .tree import prune, tree_of


class Generic:
    """Reads the pages of any publisher."""

    name = "generic"
    version = "1"

    def parse(self, page: Page) -> Parsed:
        """The article on ``page``; raises ``UnreadableError`` with the reason where there is none."""
        try:
            return self.read(page)
        except UnreadableError as error:
            error.url = page.url
            raise

    def read(self, page: Page) -> Parsed:
        refuse_foreign(page.content, page.headers)
        markup = decode(page.content, page.headers)
        refuse_overload(markup)
        root = tree_of(markup)
        head = Head(root, page.url)
        title = title_of(head)
        facts = {
            "authors": authors_of(head),
            "published": published_of(head),
            "modified": modified_of(head),
        }
        outlet, section, canonical_url = head.outlet, section_of(head), head.canonical_url
        declared = (
            root.get("lang") or head.linked.text("inLanguage") or head.first("og:locale", "content-language")
        )
        window_title = head.window_title
        prune(root)
        parts = body_of(root).parts(title)
        text, paragraphs = joined([("headline", title), *parts] if title else parts)
        return Parsed(
            text,
            paragraphs,
            title=title,
            outlet=outlet,
            language=page_language(declared, text),
            section=section,
            canonical_url=canonical_url,
            flags=flags_of(head, title, len(text.split())),
            **facts,
        )
