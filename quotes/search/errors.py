"""What can go wrong with the search index; pages never see it, ``search`` answers with a sentence instead.

SearchError
 +-- IndexMissing   there is none yet, or one of an older layout: rebuild it
 +-- IndexBroken    it is there, but cannot be read or written: rebuild it
 +-- IndexBusy      somebody else is writing it: wait
 +-- RebuildRunning another process is rebuilding it: wait
 +-- CursorError    a cursor that no page gave out
"""

from quotes.errors import QuoteError


class SearchError(QuoteError):
    """The root of them all."""


class IndexMissing(SearchError):  # noqa: N818 -- a state, not a mistake
    """There is no index yet, or one of an older layout."""


class IndexBroken(SearchError):  # noqa: N818 -- a state, not a mistake
    """The index is there but cannot be read or written."""


class IndexBusy(SearchError):  # noqa: N818 -- a state, not a mistake
    """Somebody else is writing the index."""


class RebuildRunning(SearchError):  # noqa: N818 -- a state, not a mistake
    """Another process is rebuilding the index."""


class CursorError(SearchError):
    """A cursor that no page gave out."""
