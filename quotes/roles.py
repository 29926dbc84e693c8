"""What people are called in print ("Meta's chief executive"), and when two such roles contradict."""

import re

FIELDS = {
    "politics": "president senator mayor minister mp councillor councilwoman councilman congressman "
    "congresswoman governor secretary ambassador chancellor lawmaker premier legislator commissioner",
    "law": "lawyer attorney judge barrister prosecutor solicitor magistrate",
    "medicine": "surgeon nurse physician epidemiologist paediatrician pediatrician midwife paramedic dentist",
    "sport": "coach striker goalkeeper midfielder defender quarterback batsman bowler pitcher sprinter "
    "swimmer cyclist golfer jockey winger",
    "business": "ceo founder entrepreneur banker economist executive investor shopkeeper retailer",
    "arts": "actor actress singer novelist painter musician poet playwright composer sculptor comedian "
    "dancer drummer",
    "science": "professor researcher scientist biologist physicist chemist astronomer geologist ecologist "
    "climatologist historian zoologist botanist",
    "police": "officer constable sheriff inspector detective sergeant superintendent",
    "land and sea": "farmer fisherman shepherd forester gamekeeper beekeeper grower",
    "school": "teacher headteacher headmaster headmistress pupil student",
    "church": "bishop archbishop vicar priest rabbi imam pastor",
}
FIELD_OF = {word: field for field, words in FIELDS.items() for word in words.split()}
# One person is often both: politicians were lawyers and founders, scientists are doctors and teach.
COMPATIBLE = {
    frozenset(pair)
    for pair in (
        ("politics", "law"),
        ("politics", "business"),
        ("law", "business"),
        ("science", "medicine"),
        ("science", "school"),
        ("science", "business"),
        ("arts", "business"),
        ("police", "law"),
        ("land and sea", "business"),
    )
}
WORD = re.compile(r"[\w-]+")
COMPLEMENT = re.compile(
    r"\b(?:of|for|at|from)\s+(?:the\s+)?((?:[A-Z][\w.&-]*)(?:\s+(?:of\s+)?[A-Z][\w.&-]*){0,6})"
)
OWNER = re.compile(r"((?:[A-Z][\w.&-]*\s+){0,5}[A-Z][\w.&-]*)['’]s?\s")


def contradict(one: str, other: str) -> bool:
    """Can one person hardly hold both roles? Roles of unknown meaning contradict nothing."""
    return apart(fields(one), fields(other)) or elsewhere(one, other)


def fields(role: str) -> set[str]:
    """The walks of life that the role's words name."""
    return {FIELD_OF[word] for word in WORD.findall(role.casefold()) if word in FIELD_OF}


def apart(one: set[str], other: set[str]) -> bool:
    if not one or not other or one & other:
        return False
    return not any(frozenset((a, b)) in COMPATIBLE for a in one for b in other)


def elsewhere(one: str, other: str) -> bool:
    """The same post in two places: "mayor of Ayford" and "mayor of Brill"."""
    places = complement(one), complement(other)
    return bool(all(places) and post(one) & post(other) and not places[0] & places[1])


def complement(role: str) -> set[str]:
    """The capitalised words that tell where the role is held, in lower case."""
    found = [*COMPLEMENT.findall(role), *OWNER.findall(role)]
    return {word for name in found for word in WORD.findall(name.casefold())} - {"of"}


def post(role: str) -> set[str]:
    """The lower-case words of the role that name a walk of life."""
    return {word for word in WORD.findall(role.casefold()) if word in FIELD_OF}
