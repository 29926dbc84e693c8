"""The evidence: what was fetched or supplied, kept for ever as it came, in WARC files below one directory."""

from .files import strays, sweep
from .keep import preserve, supply
from .load import load, verify
from .wacz import write_wacz

__all__ = ["load", "preserve", "strays", "supply", "sweep", "verify", "write_wacz"]
