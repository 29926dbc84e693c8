"""What the demo's newspapers answer at each path: pages, feeds, sitemap, robots.txt, pictures."""

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.template import Context, Engine
from django.utils.safestring import SafeString, mark_safe

from .article import Article, Edition
from .outlet import SITE, DemoOutlet

ENGINE = Engine(dirs=[str(SITE)])
PICTURES = {f"/pictures/{file.name}": file for file in sorted((SITE / "pictures").glob("*.svg"))}
XML = "application/xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """Bytes with their content type and the time of their last change."""

    content: bytes
    content_type: str
    changed: datetime
    status: int = 200


@dataclass(frozen=True, slots=True)
class Edited:
    """A newspaper in one edition at one origin (``http://host:port``): it knows every page of its site."""

    outlet: DemoOutlet
    edition: Edition
    origin: str

    def answer(self, path: str) -> Answer:
        """What stands at this path, or the page that says that nothing does."""
        if page := self.pages().get(path):
            return page()
        if path in PICTURES:
            return self.file(PICTURES[path], "image/svg+xml")
        return self.html("missing.html", status=404)

    def pages(self) -> dict[str, Callable[[], Answer]]:
        fixed = {
            "/": lambda: self.html("home.html", articles=self.articles),
            "/style.css": lambda: self.file(SITE / self.outlet.key / "style.css", "text/css; charset=utf-8"),
            "/robots.txt": lambda: self.plain("robots.txt", "text/plain; charset=utf-8"),
            self.outlet.feed: self.feed,
        }
        sections = {self.section_path(name): self.section(name) for name in self.sections}
        return fixed | sections | {article.path: self.article(article) for article in self.articles}

    @property
    def articles(self) -> tuple[Article, ...]:
        return self.outlet.articles(self.edition)

    @property
    def sections(self) -> list[str]:
        return self.outlet.sections(self.edition)

    @property
    def changed(self) -> datetime:
        return max(article.changed for article in self.articles)

    def section_path(self, name: str) -> str:
        return f"/{name.lower()}/"

    def section(self, name: str) -> Callable[[], Answer]:
        chosen = [article for article in self.articles if article.section == name]
        return lambda: self.html("home.html", articles=chosen, section=name)

    def article(self, article: Article) -> Callable[[], Answer]:
        related = [self.outlet.article(slug, self.edition) for slug in article.related]
        data = linked_data(self, article)
        return lambda: self.html(
            "article.html", article.changed, article=article, related=related, linked_data=data
        )

    def feed(self) -> Answer:
        answer = self.plain("feed.xml", XML)
        if not self.outlet.feed.endswith(".gz"):
            return answer
        return Answer(gzip.compress(answer.content, mtime=0), "application/gzip", answer.changed)

    def html(self, template: str, changed: datetime | None = None, status: int = 200, **more: Any) -> Answer:
        text = self.render(template, **more)
        content = text.encode(self.outlet.encoding, "xmlcharrefreplace")
        content_type = f"text/html; charset={self.outlet.encoding}"
        return Answer(content, content_type, changed or self.changed, status)

    def plain(self, template: str, content_type: str) -> Answer:
        return Answer(self.render(template, articles=self.articles).encode(), content_type, self.changed)

    def file(self, path: Path, content_type: str) -> Answer:
        return Answer(path.read_bytes(), content_type, self.changed)

    def render(self, template: str, **more: Any) -> str:
        menu = [(name, self.section_path(name)) for name in self.sections]
        known = {"outlet": self.outlet, "origin": self.origin, "menu": menu, "changed": self.changed}
        return ENGINE.get_template(f"{self.outlet.key}/{template}").render(Context(known | more))


def linked_data(site: Edited, article: Article) -> SafeString:
    """The article's metadata as schema.org JSON-LD, safe inside a script element."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.standfirst,
        "datePublished": article.published.isoformat(),
        "dateModified": article.changed.isoformat(),
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": site.outlet.name},
        "articleSection": article.section,
        "inLanguage": article.language,
        "mainEntityOfPage": f"{site.origin}{article.path}",
    }
    text = json.dumps(data, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return mark_safe(text)  # noqa: S308 -- JSON that cannot close its element
