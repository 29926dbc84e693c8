"""Authors' names, as styles turn them. Pure."""

# how the names of those end who sign articles and are no persons
BODIES_END = """
agencies agency bureau desk editors media network news newsroom press reporters service services staff team
wire
"""
BODIES = frozenset(BODIES_END.split())


def split_name(name: str) -> tuple[str, str]:
    """Given names and surname; a name of one word, and an organisation's, is all surname."""
    given, _, family = name.strip().rpartition(" ")
    return ("", name.strip()) if is_body(name) else (given, family)


def is_body(name: str) -> bool:
    """Whether a byline is an agency's or a newsroom's ("Associated Press"), by its last word."""
    return not BODIES.isdisjoint(name.lower().split()[-1:])


def inverted(name: str) -> str:
    given, family = split_name(name)
    return f"{family}, {given}" if given else family


def initials(name: str) -> str:
    given, family = split_name(name)
    letters = " ".join(f"{part[0]}." for part in given.replace("-", " ").split())
    return f"{family}, {letters}" if letters else family


def listed_names(names: list[str], last: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{',' if len(names) > 2 or last == '&' else ''} {last} {names[-1]}"
