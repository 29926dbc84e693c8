"""What went wrong with a request, in one sentence that says what to do. Pure."""

import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx2

from archive.errors import StatusError

SENTENCES = {
    401: "wants a password: supply a saved copy of the page instead",
    402: "wants to be paid: supply a saved copy of the page instead",
    403: "refuses the archive: ask the publisher, or supply a saved copy of the page",
    404: "does not exist there: check the address",
    410: "was removed by its publisher: supply a saved copy of the page, if there is one",
    429: "was asked for too often: try again later",
    451: "may not be shown for legal reasons: supply a saved copy of the page, if there is one",
    503: "is not available at present: try again later",
}


def status_error(url: str, response: httpx2.Response) -> StatusError:
    status = response.status_code
    return StatusError(
        f"{url} {_what_happened(status)} (status {status}).", url, status, retry_after(response.headers)
    )


def broken(host: str, error: Exception) -> str:
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        why = cause.verify_message.rstrip(".")
        return f"{host} has no certificate that can be trusted ({why}): open it in a browser to see why."
    return f"{host} could not be reached or broke off ({error}): try again later."


def _what_happened(status: int) -> str:
    if status in SENTENCES:
        return SENTENCES[status]
    if status >= 500:
        return "met an error of its server: try again later"
    return f"gave no page but “{_phrase(status)}”: open it in a browser to see why"


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in set(HTTPStatus) else "an unknown status"


def retry_after(headers: httpx2.Headers) -> float | None:
    """Seconds from now that a ``Retry-After`` header names, as a number or a date."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
