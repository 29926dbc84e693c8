"""The fields of a document.

Exact words with places: ``words`` (the quote), ``context``, ``names`` (of the speaker), ``circumstances``,
``topic_names``.
Stems: ``stems`` (of the quote) and ``anything`` (of the quote, its context and circumstances),
which decides, together with ``names``, whether a word is found at all. ``label`` tells slugs and names of the
ids that facets count. A single number is counted several times faster than one of many: so ``OUTLETS``,
``TOPICS`` and ``YEARS`` share out among them what a quote has of these, 0 where it has no more; ``topic_ids``
has all topics. The last of each takes whatever is left, of few quotes: ``more`` names these fields.
``pairs`` and ``context_pairs`` are function words side by side, in the quote and in its context.
``printing``, ``printed``, ``newest`` and ``oldest`` are numbers made by ``keys``; ``day`` and ``outlet_day``
serve ranges of days.
"""

from functools import cache

from tantivy import Schema, SchemaBuilder

LAYOUT = 7  # raise it with every change here or in how documents are written: older indexes are then rebuilt

OUTLETS = ("outlet_1", "outlet_2", "outlet_3", "other_outlets")
TOPICS = ("topic_1", "topic_2", "topic_3", "topic_4", "topic_5", "topic_6", "other_topics")
YEARS = ("first_year", "other_years")


@cache
def schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("digest", fast=True)
    for name in ("words", "context", "names", "circumstances", "topic_names"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("stems", tokenizer_name="whitespace", index_option="freq")
    for name in ("anything", "pairs", "context_pairs"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in ("speaker", "outlet", "topic", "status", "language", "label", "more"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("speaker_id", indexed=True, fast=True)
    for name in ("printing", "printed", "newest", "oldest"):
        builder.add_unsigned_field(name, fast=True)
    for name in ("day", "outlet_day"):
        builder.add_unsigned_field(name, indexed=True)
    for name in ("topic_ids", *YEARS, *OUTLETS, *TOPICS):
        builder.add_unsigned_field(name, fast=True)
    builder.add_float_field("weight", fast=True)
    builder.add_bytes_field("printings", stored=True)
    return builder.build()
