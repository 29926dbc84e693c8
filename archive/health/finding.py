"""One thing that is wrong with a source now."""

from dataclasses import dataclass

from archive.models import Alarm


@dataclass(frozen=True, slots=True)
class Finding:
    """``detail`` is one sentence with the figures; ``feed`` is None where it concerns the whole outlet."""

    kind: Alarm.Kind
    outlet: int
    feed: int | None
    detail: str

    @property
    def cause(self) -> tuple[str, int, int | None]:
        """What stays the same while the figures change."""
        return self.kind.value, self.outlet, self.feed
