"""BenchmarkError: what is measured does not work."""

from collections.abc import Callable

from quotes.errors import QuoteError

Say = Callable[[str], None]


class BenchmarkError(QuoteError):
    """What is measured does not work."""
