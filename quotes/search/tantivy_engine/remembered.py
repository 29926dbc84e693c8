"""What was counted for a result, kept for its next pages."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

MOST = 64


class Remembered:
    """The latest answers, by their question; threads share them."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self.lock = Lock()
        self.answers: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, question: Hashable, answer: Callable[[], Any]) -> Any:
        with self.lock:
            if question in self.answers:
                self.answers.move_to_end(question)
                return self.answers[question]
        made = answer()
        with self.lock:
            self.answers[question] = made
            while len(self.answers) > self.most:
                self.answers.popitem(last=False)
        return made

    def known(self, question: Hashable) -> Any:
        """The answer, or None if nobody has asked yet."""
        with self.lock:
            return self.answers.get(question)

    def forget(self) -> None:
        with self.lock:
            self.answers.clear()
