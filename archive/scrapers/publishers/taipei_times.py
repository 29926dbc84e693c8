"""Taipei Times."""

from archive.scrapers.publisher import Publisher


class TaipeiTimes(Publisher):
    name = "taipei-times"
    hosts = ("taipeitimes.com",)
    body_css = ".archives"
    drop_css = ".imgboxa, .archives .name"
