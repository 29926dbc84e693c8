"""Marks in a text what a search found there, by the same words and stems as the index. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .nodes import Near, Phrase, Prefix, Word, demands
from .parser import parse
from .query import SearchQuery
from .stems import base_language, stem, stems
from .words import COMPOUND, HYPHENS, Token, joined, joined_forms, signed, tokens, words

Span = tuple[int, int]
Leaf = Word | Phrase | Prefix


def highlight(
    text: str, query: SearchQuery | str, language: str = "", *, context: bool = False
) -> list[tuple[str, bool]]:
    """The text in pieces, and of each whether the query asks for it; the pieces joined are the text.

    ``language`` is the text's; where nobody knows it, English endings count. ``context``: the text stands
    near a quote, so that ``context:`` is looked for as well. Nothing is escaped: a template does that.
    """
    typed = query if isinstance(query, str) else query.text
    marker = Marker(leaves(typed, context), base_language(language or "en"))
    return pieces(text, merged(sorted(marker.spans(text))))


@lru_cache(maxsize=256)
def leaves(typed: str, context: bool) -> tuple[Leaf, ...]:
    """What to look for."""
    found = demands(parse(typed).node)
    near = [leaf.node for leaf in found if isinstance(leaf, Near)] if context else []
    return tuple(leaf for leaf in (*found, *near) if isinstance(leaf, Leaf))


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds the leaves of a query in a text of one language."""

    leaves: Sequence[Leaf]
    language: str

    def spans(self, text: str) -> Iterator[Span]:
        """Most texts around a quote have nothing of a query: they are left before their words get places."""
        if not self.leaves:
            return
        said = {*words(text), *joined_forms(text)}
        stems_said = {*stems([*said], self.language)}
        standing = [leaf for leaf in self.leaves if self.may_stand(leaf, said, stems_said)]
        if not standing:
            return
        found = list(tokens(text))
        for leaf in standing:
            if isinstance(leaf, Prefix):
                yield from ((token.start, token.end) for token in found if token.word.startswith(leaf.start))
            elif isinstance(leaf, Phrase):
                yield from side_by_side(found, leaf.parts)
            else:
                yield from self.word_spans(text, found, leaf)

    def may_stand(self, leaf: Leaf, said: set[str], stems_said: set[str]) -> bool:
        """Whether it may be found where these words stand."""
        if isinstance(leaf, Prefix):
            return any(word.startswith(leaf.start) for word in said)
        if isinstance(leaf, Word) and stem(leaf.joined or leaf.parts[0], self.language) in stems_said:
            return True
        return said.issuperset(leaf.parts)

    def word_spans(self, text: str, found: list[Token], leaf: Word) -> Iterator[Span]:
        whole = [*found, *compounds(text)]
        if len(leaf.parts) == 1:
            yield from self.forms(whole, leaf.parts[0])
            return
        yield from side_by_side(found, leaf.parts)
        if leaf.joined:
            yield from self.forms(whole, leaf.joined)

    def forms(self, found: list[Token], word: str) -> Iterator[Span]:
        root = stem(word, self.language)
        yield from ((token.start, token.end) for token in found if stem(token.word, self.language) == root)


def compounds(text: str) -> list[Token]:
    """The hyphenated words and contractions, in their joined forms, and letters with their signs."""
    plain = text.translate(HYPHENS)
    found = COMPOUND.finditer(plain) if "-" in plain else ()
    return signed(text) + [Token(match.start(), match.end(), joined(match.group())) for match in found]


def side_by_side(found: list[Token], parts: Sequence[str]) -> Iterator[Span]:
    for start in range(len(found) - len(parts) + 1):
        stretch = found[start : start + len(parts)]
        if all(token.word == part for token, part in zip(stretch, parts, strict=True)):
            yield stretch[0].start, stretch[-1].end


def merged(spans: list[Span]) -> list[Span]:
    """Without overlaps; ``spans`` are sorted."""
    made: list[Span] = []
    for start, end in spans:
        if made and start < made[-1][1]:
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return made


def pieces(text: str, spans: list[Span]) -> list[tuple[str, bool]]:
    made = []
    place = 0
    for start, end in spans:
        made += [(text[place:start], False), (text[start:end], True)]
        place = end
    made.append((text[place:], False))
    return [piece for piece in made if piece[0]]
