"""Postmedia: National Post, Ottawa Citizen, Canada.com and other papers on one system."""

from archive.scrapers.publisher import Publisher


class Postmedia(Publisher):
    name = "postmedia"
    version = "2"
    hosts = (
        "nationalpost.com",
        "ottawacitizen.com",
        "canada.com",
        "calgaryherald.com",
        "edmontonjournal.com",
        "montrealgazette.com",
        "theprovince.com",
        "vancouversun.com",
    )
    body_css = ".article-content__content-group, .story-v2-article-content-story"
    drop_css = ".newsletter-widget, .player-wrapper, .featured-video, .more-topic, figure.embedded-image"
    authors_css = ".published-by__author, .wire-published-by__authors"
