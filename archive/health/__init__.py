"""The health of the sources: what their runs tell, and the alarms for curators."""

from .alarms import dismiss, settle
from .checks import check_sources
from .finding import Finding

__all__ = ["Finding", "check_sources", "dismiss", "settle"]
