"""The Associated Press."""

from archive.scrapers.publisher import Publisher


class APNews(Publisher):
    name = "ap-news"
    hosts = ("apnews.com",)
    body_css = ".RichTextStoryBody"
    drop_css = ".Infobox, .PageListEnhancementGeneric, .HubPeekEmbed"
    authors_css = ".Page-authors"
