"""What stands on an article's page without being the article: newsletter boxes, related links, forms.

An element tells by its tag or by the words in its class and id, a block also by its own text. No rule names
a site: these are the words that web pages in general use.
"""

import re
from functools import lru_cache
from itertools import pairwise

from lxml.html import HtmlElement

from .blocks import Block
from .words import word_list

# "newsletterSignup-box" -> newsletter, Signup, box
NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
CHUNK = re.compile(r"[A-Za-z0-9]+")
HASHED = re.compile(r"\d[A-Za-z]")
SHORT_NAME = 3
NAMED_BY = ("class", "id", "role", "data-component", "data-testid")
LONGEST_NAMES = 500
FEW_PARAGRAPHS = 2
TAGS = frozenset(("nav", "footer", "aside", "form", "menu", "address", "fieldset"))
NAMES = word_list(
    """
    ad ads advert advertisement advertisements adslot affiliate alsoread author authors backtotop bio
    bookmark bookmarks breadcrumb breadcrumbs button buttons byline bylines calltoaction carousel comment
    commenting comments consent cookie cookies cta datetime disclaimer disqus donate donation facebook
    footer gdpr infobox inbrief jumplinks login menu modal moretopic mostread navbar navigation newsletter
    newsletters noprint outbrain pagination playlist poll popular popup promo promos promotion promoted
    readalso readmore readnext recirc recirculation recommend recommendation recommendations recommended
    registration related relatedarticles relatedlinks respond screenreader share sharebar sharedaddy shares
    sharing sidebar signin signup sponsor sponsored sronly survey tableofcontents taboola timestamp toast
    toc toolbar trending upnext upsell videofallback visuallyhidden whatsapp
    """
)
# The same, but articles stand in elements of these names too: they count around less than two paragraphs.
WEAK_NAMES = word_list(
    """
    callout copyright follow keywords meta metadata player published register social subscribe subscription
    subscriptions tag tags teaser teasers tools topics trust
    """
)
CONSENT = frozenset(("cookie", "cookies", "consent", "gdpr"))

# How short blocks begin that stand beside articles everywhere (in small letters).
OPENINGS = re.compile(
    r"(?:"
    r"(?:advertisement|sponsored(?: content)?|promoted)$|(?:story|article) continues\b|"
    r"(?:scroll|back|skip|jump) to (?:the )?(?:top|content|main|comments)\b|"
    r"(?:read more|read next|also read|see also|related|recommended|more)\b[\w ]{0,20}:|"
    r"click (?:here|to (?:read|view|see|share|subscribe))\b|sign up (?:for|to|here|now|today)\b|"
    r"subscribe (?:to|now|for|here|today)\b|register (?:now|for free|to read)\b|log in to\b|sign in to\b|"
    r"get (?:the latest|our|email|breaking|unlimited|all the latest|more (?:news|stories))\b|"
    r"follow (?:us|our|\w+(?: \w+){0,3} on (?:x|twitter|facebook|instagram|tiktok|whatsapp|google))\b|"
    r"join (?:our|us on|the conversation)\b|download (?:our|the) (?:\S+ )?app\b|"
    r"share (?:this|on|via|your)\b|leave a (?:comment|reply)|comments are closed|"
    r"(?:post|add|write|view|show|load|see|read) (?:a |all |your |more |\d+ )?comments?\b|"
    r"your email address will not|required fields are|save my name|"
    r"by (?:signing up|subscribing|clicking|submitting|providing your)\b|"
    r"we use cookies|this (?:site|website) uses cookies|"
    r"(?:©|\(c\)|copyright) ?(?:©|\(c\))? ?\d{4}|all rights reserved|our standards:|"
    r"(?:(?:first )?(?:published|posted)|(?:last )?(?:updated|modified))(?: on| at)?:? [\w, ]{0,15}\d|"
    r"\d+[ -]min(?:ute)?s?(?: read)?$|(?:filed under|tags|topics|categories):|"
    r"(?:do you )?(?:have|got|have you got) (?:a|any) (?:news )?(?:story|tips?|question)\b[^.]{0,60}[?]|"
    r"for (?:more|the latest) [^.]{0,80}(?:sign up|subscribe|follow|visit|click|check out|newsletter)|"
    r"check out (?:more|our|all)\b|our website is the place for|support (?:local|independent|our) journalism|"
    r"(?:with |and )?(?:additional )?(?:reporting|writing|editing|edited|written|translated|compiled) by\b"
    r")"
)
MOST_WORDS = 40  # a longer block is not furniture by its opening alone
# The same for labels, which are shorter and no sentences.
LABELS = re.compile(
    r"(?:read|see|more|related|recommended|trending|popular|most (?:read|popular|viewed)|watch|listen|share|"
    r"print|e-?mail|copy link|(?:\d+ )?comments?|tags|topics?|photo|image|picture|source|subscribe|sign up|"
    r"log in|follow|newsletters?)\b"
)
MOST_LABEL_WORDS = 4
INVITATION = re.compile(
    r"\bsign(?:ing)? up (?:for|to) (?:our|the|\S+ )?(?:\S+ ){0,4}newsletters?\b|subscribe to our\b"
)
PICTURE_CREDIT = re.compile(r"\W?(?:photo|image|picture|photograph)s?(?: credits?| by)?\s?[:/]\s?\S")
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)
ALL_LINKED = 0.9
SENTENCE_ENDS = (".", "!", "?", "”", '"', "’")
QUOTED = re.compile('["“”«»„]')


def names_of(element: HtmlElement) -> frozenset[str]:
    """The words of an element's class, id and the like in small letters, and each two neighbours as one.

    "read-More_box" gives read, more, box, readmore and morebox.
    """
    return names_in(" ".join(filter(None, map(element.get, NAMED_BY)))[:LONGEST_NAMES])


@lru_cache(maxsize=10_000)
def names_in(written: str) -> frozenset[str]:
    names = [name.lower() for chunk in CHUNK.findall(written) for name in parts_of(chunk)]
    return frozenset((*names, *(first + second for first, second in pairwise(names))))


def parts_of(chunk: str) -> list[str]:
    """The words of "newsletterBox" or "slot3"; none of a hash such as "d68d09e" or "bWszMR"."""
    if HASHED.search(chunk):
        return []
    parts = NAME.findall(chunk)
    short = sum(len(part) < SHORT_NAME for part in parts)
    return parts if short <= len(parts) / 2 or len(parts) == 1 else []


def is_furniture(element: HtmlElement, paragraphs: int) -> bool:
    """Whether this element, by its tag or names, holds something else than the article.

    ``paragraphs`` is the number of the article's surest paragraphs in elements like it.
    """
    if element.tag in TAGS:
        return True
    names = names_of(element)
    return not NAMES.isdisjoint(names) or (paragraphs < FEW_PARAGRAPHS and not WEAK_NAMES.isdisjoint(names))


def asks_consent(element: HtmlElement) -> bool:
    """Whether this element, by its names, is a banner about cookies: some are longer than a short article."""
    return not CONSENT.isdisjoint(names_of(element))


def reads_as_furniture(block: Block) -> bool:
    """Whether the words of this block are those of a page's furniture, or all of it is one link."""
    if block.linked > ALL_LINKED and not block.text.endswith(SENTENCE_ENDS):
        return True
    return text_is_furniture(block.text)


def text_is_furniture(text: str) -> bool:
    """Whether these words are no part of an article: a rule of signs, or short and worded as furniture is.

    Words in quotation marks are always left to the article.
    """
    if CLOCK.fullmatch(text) or not any(character.isalnum() for character in text):
        return True
    words = len(text.split())
    if words > MOST_WORDS or QUOTED.search(text):
        return False
    small = text.lower()
    if any(pattern.match(small) for pattern in (OPENINGS, PICTURE_CREDIT)) or INVITATION.search(small):
        return True
    return words <= MOST_LABEL_WORDS and not text.endswith(SENTENCE_ENDS) and LABELS.match(small) is not None
