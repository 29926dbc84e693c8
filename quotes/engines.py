"""Which extraction engine this archive uses: the built-in one, or that which ``ARCHIVE_ENGINE`` names."""

from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .extraction import Engine, default_engine

BUILT_IN, SPACY = "builtin", "spacy:"


def configured_engine() -> Engine:
    """Raises ``ImproperlyConfigured``, saying what to install, if the engine is not there."""
    return engine_named(settings.EXTRACTION_ENGINE)


@cache
def engine_named(name: str) -> Engine:
    if name == BUILT_IN:
        return default_engine()
    if name.startswith(SPACY):
        return spacy_engine(name.removeprefix(SPACY))
    raise ImproperlyConfigured(f"ARCHIVE_ENGINE={name}: it is {BUILT_IN}, or {SPACY} and a pipeline's name.")


def spacy_engine(pipeline: str) -> Engine:
    try:
        from .extraction.spacy_engine import PipelineMissingError, SpacyEngine  # noqa: PLC0415 -- optional
    except ImportError as error:
        raise ImproperlyConfigured("ARCHIVE_ENGINE names a spaCy pipeline: pip install spacy") from error
    try:
        return SpacyEngine.load(pipeline)
    except PipelineMissingError as error:
        raise ImproperlyConfigured(str(error)) from error
