"""CNBC."""

from archive.scrapers.publisher import Publisher


class CNBC(Publisher):
    name = "cnbc"
    hosts = ("cnbc.com",)
    body_css = ".ArticleBody-articleBody"
    drop_css = ".RelatedContent-container, .InlineVideo-wrapper"
    authors_css = ".ArticleHeader-author .Author-authorName"
