"""The engine's reasons in other languages."""

import re
from pathlib import Path

from django.utils.translation import override

from quotes.doubts import DOUBTS, in_words
from quotes.extraction import marks, nested, reasons
from quotes.record import UNREAD

GIVEN = re.compile(r'(?:yield |problem=|reasons=\()"([^"]+)"')


def test_every_reason_of_the_engine_is_known():
    sources = [Path(module.__file__).read_text() for module in (marks, nested, reasons)]
    given = {reason for source in sources for reason in GIVEN.findall(source)}
    assert given | {UNREAD} == set(DOUBTS)


def test_reasons_in_german():
    with override("de"):
        assert in_words(["no speaker", "a reason of another engine"]) == [
            "keine Sprecherin, kein Sprecher",
            "a reason of another engine",
        ]
