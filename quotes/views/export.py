"""The results of a search as a download; what cannot be understood is told instead of left out."""

from django.http import Http404, HttpResponseBadRequest, StreamingHttpResponse

from quotes.exports import csv_lines, json_lines, rows
from quotes.filters import QuoteFilter

FORMATS = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "jsonl": (json_lines, "application/jsonl; charset=utf-8"),
}


def export(request, suffix):
    if suffix not in FORMATS:
        raise Http404("CSV and JSONL are what there is.")
    filters = QuoteFilter(request.GET)
    if not filters.form.is_valid():
        return HttpResponseBadRequest(filters.form.errors.as_text(), content_type="text/plain; charset=utf-8")
    lines, content_type = FORMATS[suffix]
    found = rows(filters.query(), request.build_absolute_uri)
    name = f'attachment; filename="quotes.{suffix}"'
    return StreamingHttpResponse(
        lines(found), content_type=content_type, headers={"Content-Disposition": name}
    )
