"""Any article page: the longer text of two extractors, roles from the markup, facts from head and byline."""

from lxml.html import HtmlElement

from .base import Page, Parsed, joined
from .body import Body, body_of
from .encoding import decode
from .errors import EmptyPageError, UnreadableError
from .language import page_language
from .metadata import Facts, Head, facts_of, flags_of
from .suspicion import refuse_foreign, refuse_overload
from .told import fuller, told_parts
from .tree import prune, tree_of


class Generic:
    """Reads the pages of any publisher; a scraper of one publisher knows some steps better."""

    name = "generic"
    version = "2"

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
        facts = self.facts(head)
        prune(root)
        return assembled(head, facts, self.shown(root, head))

    def facts(self, head: Head) -> Facts:
        """What the page, not yet pruned, says about its article."""
        return facts_of(head)

    def shown(self, root: HtmlElement, head: Head) -> Body | None:
        """The body, or ``None`` where the page shows no text but tells machines of one."""
        try:
            return self.body(root)
        except EmptyPageError:
            if not told_parts(head):
                raise
            return None

    def body(self, root: HtmlElement) -> Body:
        """Which blocks of the pruned page are the article."""
        return body_of(root)


def assembled(head: Head, facts: Facts, body: Body | None) -> Parsed:
    parts = fuller(head, body.parts(facts.title) if body else [])
    if not parts:
        raise EmptyPageError("No article was found on the page.")
    text, paragraphs = joined([("headline", facts.title), *parts] if facts.title else parts)
    return Parsed(
        text,
        paragraphs,
        title=facts.title,
        authors=facts.authors,
        published=facts.published,
        modified=facts.modified,
        outlet=facts.outlet,
        language=page_language(facts.language, text),
        section=facts.section,
        keywords=facts.keywords,
        canonical_url=facts.canonical_url,
        variants=facts.variants,
        flags=(*flags_of(head, facts.title, len(text.split())), *(body.flags if body else ())),
    )
