"""Authors' names, as styles turn them. Pure."""

from dataclasses import dataclass

# how the names of those end who sign articles and are no persons
BODIES_END = """
agencies agency bureau desk editors media network news newsroom press reporters service services staff team
wire
"""
BODIES = frozenset(BODIES_END.split())
# small words that a surname begins with, and those of them that are often written with a capital
SMALL_WORDS = """
af al bin da das de del della den der di do dos du el ibn la le st. ten ter van von vom zu zum zur
"""
PARTICLES = frozenset(SMALL_WORDS.split())
CAPITAL_PARTICLES = frozenset({"De", "Del", "Della", "Di", "Du", "St.", "Von"})
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


@dataclass(frozen=True, slots=True)
class Name:
    """``given`` is empty for a name of one word and for a body's; ``suffix`` as in "Jr."."""

    family: str
    given: str = ""
    suffix: str = ""


def split_name(name: str) -> Name:
    """Given names, surname with its particles ("van der Berg"), and suffix."""
    words = name.split()
    if is_body(name) or len(words) < 2:
        return Name(" ".join(words))
    suffix = words.pop() if words[-1] in SUFFIXES else ""
    cut = surname_start(words)
    given = " ".join(words[:cut]).rstrip(",")
    return Name(" ".join(words[cut:]).rstrip(","), given, suffix)


def surname_start(words: list[str]) -> int:
    """Where the surname begins: at its first particle behind a given name, else with the last word."""
    last = len(words) - 1
    return next((at for at in range(1, last) if is_particle(words, at)), last)


def is_particle(words: list[str], at: int) -> bool:
    """ "Van" with a capital is a given name in many lands, unless a particle follows: "Van der Berg"."""
    return words[at] in PARTICLES | CAPITAL_PARTICLES or (
        words[at].lower() in PARTICLES and words[at + 1] in PARTICLES
    )


def is_body(name: str) -> bool:
    """Whether a byline is an agency's or a newsroom's ("Associated Press"), by its last word."""
    return not BODIES.isdisjoint(name.lower().split()[-1:])


def inverted(name: str) -> str:
    parts = split_name(name)
    return ", ".join(filter(None, (parts.family, parts.given, parts.suffix)))


def initials(name: str) -> str:
    parts = split_name(name)
    letters = " ".join(map(initial, parts.given.replace(".", ". ").split()))
    return ", ".join(filter(None, (parts.family, letters, parts.suffix)))


def initial(given: str) -> str:
    """ "Jean-Luc" is "J.-L."."""
    return "-".join(f"{part[0]}." for part in given.split("-") if part)


def listed_names(names: list[str], last: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{',' if len(names) > 2 or last == '&' else ''} {last} {names[-1]}"
