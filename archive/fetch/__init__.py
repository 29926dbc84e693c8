"""One address in, one response out: politely, and safely in a hostile internet."""

from .hosts import HostTable
from .politeness import InMemory, Politeness
from .private import allow_private
from .response import Response, Validators
from .visit import fetch, send

__all__ = ["HostTable", "InMemory", "Politeness", "Response", "Validators", "allow_private", "fetch", "send"]
