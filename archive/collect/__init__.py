"""The story of one source, step by step: due, discovered, fetched, preserved, read.

The truth about the work stands in the rows of feeds and articles, saved after each step, so that a kill at
any point costs at most the steps that were under way, of two articles.
"""

from .article import article_at, collect_article
from .feed import collect_feed, visit_feed
from .outcome import Outcome, Report, State, Summary
from .supply import supply_article
from .sweep import collect_due

__all__ = [
    "Outcome",
    "Report",
    "State",
    "Summary",
    "article_at",
    "collect_article",
    "collect_due",
    "collect_feed",
    "supply_article",
    "visit_feed",
]
