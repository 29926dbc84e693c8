"""Where an outlet announces its articles: feeds, sitemaps and section pages."""

from archive.announcements.found import Found

from .proposals import Proposal, propose_feeds
from .visit import discover

__all__ = ["Found", "Proposal", "discover", "propose_feeds"]
