"""Slugs and names of the ids that facets count, kept among the terms of the index."""

from tantivy import Query, Searcher


def label(kind: str, key: int, slug: str, name: str) -> str:
    """The term; ``kind`` is speaker, outlet or topic."""
    return f"{kind} {key}\t{slug}\t{name}"


def slug_and_name(searcher: Searcher, kind: str, key: int) -> tuple[str, str]:
    """As the documents in use have them: after a new name the old one may still be among the terms."""
    prefix = f"{kind} {key}\t"
    known = searcher.terms_with_prefix("label", prefix)
    if len(known) > 1:
        known = searcher.terms_with_prefix("label", prefix, filter_query=Query.all_query(), limit=1)
    slug, _, name = known[0][0].removeprefix(prefix).partition("\t")
    return slug, name
