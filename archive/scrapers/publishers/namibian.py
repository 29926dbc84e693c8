"""The Namibian: two site builders."""

from datetime import date

from archive.scrapers.publisher import Publisher


class Namibian(Publisher):
    name = "the-namibian"
    version = "2"
    hosts = ("namibian.com.na",)
    body_css = ".post_content"
    drop_css = ".namps-single-cta"


class NamibianClassic(Namibian):
    version = "1"
    until = date(2023, 12, 31)
    body_css = ".tdb_single_content"
    authors_css = ".tdb-author-name"
