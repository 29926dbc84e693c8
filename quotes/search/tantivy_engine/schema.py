"""The fields of a document.

Exact words with places: ``words`` (the quote), ``context``, ``names`` (of the speaker). Stems: ``stems`` (of
the quote) and ``anything`` (of the quote, its context, names and circumstances), which decides whether a word
is found at all. Facets hold slug and label together. ``printing``, ``printed``, ``newest`` and ``oldest`` are
numbers made by ``keys``.
"""

from functools import cache

from tantivy import Schema, SchemaBuilder

LAYOUT = 1  # raise it with every change here or in how documents are written: older indexes are then rebuilt


@cache
def schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("digest", fast=True)
    for name in ("words", "context", "names"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in ("stems", "anything"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("speaker", "outlet", "status"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("kind", "language", "speaker_label", "outlet_label"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("printing", "printed", "newest", "oldest"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_unsigned_field("year", fast=True)
    builder.add_float_field("weight", fast=True)
    builder.add_bytes_field("printings", stored=True)
    return builder.build()
