"""What the archive tells whoever listens. Sent after commit, so that a listener sees the rows.

``reading_made``: ``reading``, a new one of a capture.
``source_gone``:  ``article``, whose address answers 404 or 410 now.
``source_back``:  ``article``, whose address answers again after that; ``reading_made``, if any, came before.
``run_counted``:  ``run`` and ``article``, a new or changed one that now counts with this visit of its feed.
"""

from django.dispatch import Signal

reading_made = Signal()
source_gone = Signal()
source_back = Signal()
run_counted = Signal()
