"""What can go wrong between an address and its reading. Every message is one sentence that says what to do.

ArchiveError
 +-- AddressError          not an address that the archive can fetch
 +-- FetchError            the source did not give the page (final: trying again cannot help)
 |    +-- RefusedError     our network guard or the site's robots.txt forbids it
 |    |    +-- PrivateError   not on the public web
 |    |    +-- RedirectError  it redirects in circles
 |    +-- TooLargeError    more bytes than the archive accepts
 |    +-- StatusError      the server answered with an error status
 |    +-- UnreachableError no answer, or too late
 |    +-- BusyError        its host is to be left in peace for now; nothing failed
 +-- FeedError             no feed, sitemap or section page where one was
 +-- CaptureError          what was fetched cannot be kept, or no longer has its digest
 +-- ReadError             what was fetched is kept, but holds no article that can be read
 |    +-- LimitError       reading it took more time or memory than is allowed
 +-- SnapshotError         the Internet Archive did not save a page
 +-- SubscriptionError     no list of feeds that the archive can take in
 +-- ImmutableError        an attempt to change what never changes
"""


class ArchiveError(Exception):
    """The root of them all. ``final``: trying again cannot help. ``advice``: what a person can do instead."""

    final = False
    advice = ""


class AddressError(ArchiveError):
    """Not an address that the archive can fetch."""

    final = True


class FetchError(ArchiveError):
    """The source did not give the page; carries its address."""

    def __init__(self, message: str, url: str) -> None:
        super().__init__(message)
        self.url = url


class RefusedError(FetchError):
    """The network guard or the site's robots.txt forbids the request."""

    final = True


class PrivateError(RefusedError):
    """The network guard: it is not on the public web."""

    advice = (
        "A server of your own, such as the demo's, is let pass by naming it:"
        " ARCHIVE_ALLOWED_PRIVATE=127.0.0.1:8801 in the environment."
    )


class RedirectError(RefusedError):
    """It redirects in circles, or too often."""


class TooLargeError(FetchError):
    """More bytes than the archive accepts."""

    final = True


class StatusError(FetchError):
    """The server answered with an error; carries the status and, where it named one, the wait in seconds."""

    def __init__(self, message: str, url: str, status: int, retry_after: float | None = None) -> None:
        super().__init__(message, url)
        self.status = status
        self.retry_after = retry_after
        self.final = 400 <= status < 500 and status not in (408, 425, 429)


class UnreachableError(FetchError):
    """No answer, or too late."""


class FeedError(ArchiveError):
    """What was fetched is no feed, sitemap or section page, or a hostile one."""


class BusyError(FetchError):
    """Its host is to be left in peace for now, so nothing was asked; carries the wait in seconds.

    Not a failure of the page: try again after the wait, without counting it.
    """

    def __init__(self, message: str, url: str, retry_after: float) -> None:
        super().__init__(message, url)
        self.retry_after = retry_after


class CaptureError(ArchiveError):
    """What was fetched cannot be kept, or no longer has its digest."""


class ReadError(ArchiveError):
    """What was fetched is kept, but holds no article that can be read."""

    final = True
    advice = "What came is kept; to add its words all the same, save them as a text file and add that."


class LimitError(ReadError):
    """Reading it took more time or memory than is allowed."""


class SubscriptionError(ArchiveError):
    """A file is no list of feeds that the archive can take in."""

    final = True


class SnapshotError(ArchiveError):
    """The Internet Archive was asked to save a page, and did not."""


class ImmutableError(ArchiveError):
    """An attempt to change what never changes."""
