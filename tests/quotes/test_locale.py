"""The translations: complete, and compiled as they stand."""

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.conf import settings

LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
PLACEHOLDER = re.compile(r"%\(\w+\)s|%[sd%]|</?\w+>")
TRANSLATED = re.compile(r"""{% translate (?:"([^"]+)"|'([^']+)')""")


def folder(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES"


def messages(language: str) -> list[Message]:
    with (folder(language) / "django.po").open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def sides(message: Message) -> list[tuple[str, str]]:
    """Each form with its translation."""
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    return list(zip(message.id, message.string, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language):
    missing = [
        message.id
        for message in messages(language)
        if message.fuzzy or not all(dict(sides(message)).values())
    ]

    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_is_filled_in(language):
    found = [pair for message in messages(language) for pair in sides(message)]

    assert [
        (text, translated)
        for text, translated in found
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(translated))
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_translations_are_those_written(language):
    with (folder(language) / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    for message in messages(language):
        if isinstance(message.id, str):
            told = (
                compiled.pgettext(message.context, message.id)
                if message.context
                else compiled.gettext(message.id)
            )
            assert told == message.string


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_of_the_templates_are_known(language):
    known = {text for message in messages(language) for text, _ in sides(message)}
    written = {
        double or single
        for template in (settings.BASE_DIR / "templates").rglob("*.html")
        for double, single in TRANSLATED.findall(template.read_text())
    }

    assert sorted(written - known) == []
