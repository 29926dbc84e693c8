"""Sources and evidence: acquire anything, politely and safely, and keep it. Knows nothing of quotes."""

__version__ = "0.1.0"
