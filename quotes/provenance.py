"""Where a machine-made value comes from: which program, in which version, by which method, how surely."""

from quotes.models import Occurrence


def provenance(occurrence: Occurrence) -> list[tuple[str, str]]:
    """Name and words, to be shown beside what people changed."""
    made = f"{occurrence.engine} {occurrence.engine_version}"
    method = f", by {occurrence.method}" if occurrence.method else ""
    return [(str(occurrence.article), f"{made}{method}, {occurrence.confidence:.0%} sure of the speaker")]
