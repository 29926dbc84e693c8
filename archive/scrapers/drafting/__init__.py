"""A first draft of a publisher's scraper, from one of its pages: module, page skeleton and expectation."""

from .draft import Draft, draft_of, names_for

__all__ = ["Draft", "draft_of", "names_for"]
