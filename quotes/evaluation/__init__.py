"""How well an engine reads, against annotated articles: figures, and every error with its article.

Pure but for ``predictions`` (which reads pages) and ``browser`` (which fills a template).
"""

from .comparison import Comparison, Evaluation, Passage, Row
from .pages import evaluate_pages
from .text import evaluate_text

__all__ = ["Comparison", "Evaluation", "Passage", "Row", "evaluate_pages", "evaluate_text"]
