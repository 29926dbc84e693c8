"""A few annotated articles, as the training reads them."""


def annotated(before: str, quoted: str, speaker: str, after: str, kind: str = "person") -> dict:
    """An article of one line; ``speaker`` stands in ``after`` or ``before``."""
    text = f'{before}"{quoted}"{after} Kim Lee of the harbour board listened.'
    start = text.index(speaker)
    return {
        "text": text,
        "quotes": [
            {
                "kind": "direct",
                "quoted": [[len(before), len(before) + len(quoted) + 2]],
                "speaker_mention": {"start": start, "end": start + len(speaker), "text": speaker},
                "speaker": speaker.rpartition("boss ")[2] if kind == "person" else None,
                "speaker_type": kind,
                "speaker_basis": "name",
            }
        ],
    }


ANNOTATED = [
    annotated("", "It froze,", "harbour boss Jane Roe", " said harbour boss Jane Roe."),
    *(annotated("", "It froze again,", name, f" said {name}.") for name in ("John Doe", "Ann Poe") * 5),
    *(annotated(f"{name} said: ", "We wait.", name, "") for name in ("Tom Low", "Mary May") * 5),
    *(annotated("", "Go home,", "the mayor", " the mayor said.", kind="nominal") for _ in range(5)),
]
