"""Counts by year as the bars of a chart. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

HEIGHT = 56  # units of the drawing
LEAST = 3  # so that a single quote can be seen
LONGEST = 40  # years


@dataclass(frozen=True, slots=True)
class Bar:
    """One year: how many, how high it is drawn (of ``HEIGHT`` units), and where it leads."""

    year: int
    count: int
    height: int
    link: str
    chosen: bool = False

    @property
    def top(self) -> int:
        return HEIGHT - self.height


def timeline(counts: dict[int, int], link: Callable[[int], str], chosen: range = range(0)) -> list[Bar]:
    """A bar for every year from first to last, those without quotes too; the last ``LONGEST`` at most.

    ``chosen`` are the years that the reader has narrowed to.
    """
    if not counts:
        return []
    most, last = max(counts.values()), max(counts)
    years = range(max(min(counts), last - LONGEST + 1), last + 1)
    return [
        Bar(year, counts.get(year, 0), height(counts.get(year, 0), most), link(year), year in chosen)
        for year in years
    ]


def height(count: int, most: int) -> int:
    return max(LEAST, round(HEIGHT * count / most)) if count else 0
