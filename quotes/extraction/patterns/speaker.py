"""Who may stand for SPEAKER in a pattern: a name, a description, both, or a pronoun."""

import re
from dataclasses import dataclass

from .paragraph import Tokens

Span = tuple[int, int]

# Letters of tokens: "van der Meulen", "Ursula von der Leyen", "Rosa María la Fuente", "J. R. Vale".
NAME = r"t{0,3}(?:k[kK]?D?N{1,2}|KDN{1,2}|N(?:K{1,2}D?|kK?k?D?)N{1,2}|[NI]{1,3}k{1,2}D?N{1,2}|[NI]{0,4}N)"
# "der Chef der Netzgesellschaft", "el ministro de Justicia"
OF = r"(?:[kKD]{1,2}x{0,2}[NxpbE]{1,4}?)"
DESCRIBED = rf"D?x{{0,3}}[pb]{OF}{{0,3}}"
SPEAKER = re.compile(
    rf"(?P<role>{DESCRIBED}x?),(?P<named>{NAME})(?:,|(?=[.:;XVP]|$))"
    rf"|(?P<before>{DESCRIBED}?x?)(?P<after>{NAME})"
    rf"|(?P<noun>Dx{{1,2}})(?P<called>{NAME})"
    rf"|(?P<name>{NAME})(?:,(?P<behind>{DESCRIBED}),?)?"
    rf"|(?P<alone>{DESCRIBED})"
    rf"|D(?P<body>N{{1,4}})"
    rf"|(?P<pronoun>H)"
)
LONGEST = 24


@dataclass(frozen=True, slots=True)
class Phrase:
    """Token ranges: of the whole, of the name in it, of the description; ``pronoun`` is one token."""

    whole: Span
    name: Span | None = None
    role: Span | None = None
    pronoun: bool = False


def phrase_at(tokens: Tokens, first: int, *, governed: bool = False) -> Phrase | None:
    """The phrase that begins at this token, as long as it may be; none that hangs on another preposition."""
    if first and tokens.letters[first - 1] in "kKPt" and not governed:
        return None
    found = SPEAKER.match(tokens.letters, first, first + LONGEST)
    return phrase_of(tokens, found) if found else None


def phrase_before(tokens: Tokens, last: int, governor: str = "") -> Phrase | None:
    """The longest phrase that ends right in front of this token; it may hang on ``governor``."""
    for start in range(max(0, last - LONGEST), last):
        if start and tokens.letters[start - 1] in "kKPtNI" and tokens.low[start - 1] != governor:
            continue
        found = SPEAKER.fullmatch(tokens.letters, start, last)
        if found:
            return phrase_of(tokens, found)
    return None


def phrase_of(tokens: Tokens, found: re.Match[str]) -> Phrase:
    groups = {name: found.span(name) for name, text in found.groupdict().items() if text}
    name = (
        groups.get("named")
        or groups.get("after")
        or groups.get("called")
        or groups.get("name")
        or groups.get("body")
    )
    role = groups.get("role") or groups.get("before") or groups.get("behind") or groups.get("alone")
    if name and role and "before" in groups:
        name, role = name_of_body(tokens, name, role)
    return Phrase(found.span(), name, role, "pronoun" in groups)


def name_of_body(tokens: Tokens, name: Span, role: Span) -> tuple[Span | None, Span | None]:
    """A name behind a body is the body's: "the company Halyard", "a spokesman for the company Halyard"."""
    if head(tokens, role) == "b":
        return (head_place(tokens, role), name[1]), None
    if "b" in tokens.letters[slice(*role)] and name[1] - name[0] == 1:
        return None, (role[0], name[1])
    return name, role


def head_place(tokens: Tokens, role: Span) -> int:
    """The token of the noun that a description is about."""
    return next(place for place in range(*role) if tokens.letters[place] in "pb")


def head(tokens: Tokens, role: Span) -> str:
    return tokens.letters[head_place(tokens, role)]
