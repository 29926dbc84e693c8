"""Whether a pronoun and a name agree in gender, and in person or thing."""

from .mention import Mention
from .names import Entity

THINGS = frozenset({"it", "its", "which"})
NO_GENDER = THINGS | {"they", "their", "them"}
PEOPLE_ONLY = frozenset({"who", "whom"})


def may_be(pronoun: Mention, entity: Entity) -> bool:
    """No person is "it"; nobody of the other gender, no body and no place is "he", "she" or "the actor"."""
    if pronoun.head in THINGS:
        return not (entity.gender or entity.titled or entity.kind == "person")
    if not pronoun.gender:
        anything = pronoun.kind == "pronoun" and pronoun.head not in PEOPLE_ONLY
        return anything or entity.kind in ("", "person")
    return entity.gender in ("", pronoun.gender) and entity.kind in ("", "person")


def likely(entity: Entity) -> bool:
    """Is there any sign that a name is a person's or a body's?"""
    return bool(entity.kind or entity.gender or entity.titled or len(entity.tokens) > 1)


def agrees(pronoun: Mention, entity: Entity) -> str:
    """How well they agree, as a word of a feature."""
    if pronoun.head in NO_GENDER:
        return f"{pronoun.head}-{'person' if entity.gender or entity.kind == 'person' else entity.kind}"
    if not pronoun.gender or not entity.gender:
        leaning = entity.leaning and f"leaning-{entity.leaning == pronoun.gender}"
        return f"unknown-{entity.kind}-{leaning}"
    return "yes" if pronoun.gender == entity.gender else "no"
