"""The exception to the network guard: servers of the demo and of tests, each named with its port.

Off unless a person switches it on, by the setting ``ARCHIVE_ALLOWED_PRIVATE``, of which the log warns: it
stays on; or for the length of a ``with``, around servers that the program itself has opened.
"""

import logging
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.conf import settings

PASSES = "The network guard lets %s pass: for the demo and tests only."

logger = logging.getLogger(__name__)
_lock = threading.Lock()
_allowed: Counter[str] = Counter()


@contextmanager
def allow_private(*servers: str) -> Iterator[None]:
    """Let all threads of this process fetch from these servers (``"127.0.0.1:8801"``) meanwhile."""
    logger.info(PASSES, ", ".join(servers))
    with _lock:
        _allowed.update(servers)
    try:
        yield
    finally:
        with _lock:
            _allowed.subtract(servers)


def is_allowed_private(host: str, port: int) -> bool:
    """Whether this very host and port, as the address names them, are excepted from the guard."""
    server = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    with _lock:
        if _allowed[server] > 0:
            return True
    return server in _configured(tuple(settings.ARCHIVE_ALLOWED_PRIVATE))


@cache
def _configured(servers: tuple[str, ...]) -> frozenset[str]:
    if servers:
        logger.warning(PASSES, ", ".join(servers))
    return frozenset(servers)
