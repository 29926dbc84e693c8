"""The search engine on tantivy. Nothing of tantivy's leaves this room."""

from .engine import TantivyEngine
from .folder import Folder
from .writer import TantivyWriter

__all__ = ["Folder", "TantivyEngine", "TantivyWriter"]
