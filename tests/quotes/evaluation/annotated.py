"""Annotated articles, made up, in both forms, and what an engine may have found in them."""

TEXT = '"The ice broke," Jane Roe said.\n"It was thin," he said. "We swam a while."\nA sign read "Keep off".'
ROE = {"start": 17, "end": 25, "text": "Jane Roe"}
HE = {"start": 47, "end": 49, "text": "he"}


def annotation(start: int, end: int, speaker: str | None, mention: dict | None, **more) -> dict:
    return {
        "kind": "direct",
        "quoted": [[start, end]],
        "speaker": speaker,
        "speaker_mention": mention,
        "speaker_type": "person",
        "speaker_basis": "named",
        **more,
    }


TEXT_DOCUMENT = {
    "id": "ice",
    "title": "Ice",
    "text": TEXT,
    "quotes": [
        annotation(0, 15, "Jane Roe", ROE),
        annotation(32, 46, "Tom Lund", HE, speaker_type="pronoun"),
        annotation(56, 73, "Tom Lund", HE, speaker_type="pronoun"),
    ],
}


def text_quote(start: int, end: int, speaker: str | None = None, mention: dict | None = None, **more) -> dict:
    return {"segments": [[start, end]], "kind": "direct", "speaker": speaker, "mention": mention, **more}


PAGE_DOCUMENT = {
    "id": "page",
    "title": ["The ice", "The ice is out"],
    "authors": ["Ann Other"],
    "date": "2026-02-03",
    "paragraphs": ["“The ice broke,” Jane Roe said.", "A sign read “Keep off”.", "“We swam a while.”"],
    "quotes": [
        {"paragraph": 0, "text": "The ice broke,", "kind": "direct", "speaker": "Jane Roe"},
        {"paragraph": 1, "text": "Keep off", "kind": "other", "speaker": None},
        {"paragraph": 2, "text": "We swam a while.", "kind": "direct", "speaker": None},
    ],
}


def page(*quotes: dict, **metadata) -> dict:
    """A page as ``inspect`` prints it."""
    paragraphs = [{"role": "headline", "text": "The ice"}]
    paragraphs += [{"role": "body", "text": text} for text in PAGE_DOCUMENT["paragraphs"]]
    return {"id": "page", "title": "The ice", "paragraphs": paragraphs, "quotes": list(quotes), **metadata}


def page_quote(text: str, speaker: str | None = None, **more) -> dict:
    return {"segments": [text], "kind": "direct", "speaker": speaker, "confidence": 0.5, **more}
