"""Made-up newspapers: articles of about 600 words with six quotes, as the web pages of twenty outlets. Pure.

The same number makes the same article, whichever was made before.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from .corpus import CONSONANTS, VOWELS


def listed(words: str) -> list[str]:
    return words.split()


OUTLETS = 20
PARAGRAPHS = 20
QUOTED = (2, 4, 7, 10, 13, 16)  # the paragraphs that hold the quotes
PEOPLE = 4000
LATEST = datetime(2026, 10, 1, 12, tzinfo=UTC)
WIRE = 25  # every so manyth article is printed by the next outlet too
FIRST_NAMES = listed(  # she, he, she, he ...
    """
    Anna Peter Maria James Laura David Helen Robert Susan Thomas Clara Martin Julia Simon Emma
    Daniel Alice Michael Sarah Andrew Nina George Ruth Paul Karen Mark Irene Philip Diana Samuel
    """
)
ROLES = (
    "the mayor of {place}",
    "a spokeswoman for the {noun} board",
    "the chief executive of {place} {thing}",
    "a professor at the University of {place}",
    "who runs a {noun} shop in {place}",
    "the minister for {thing}",
)
NOUNS = listed(
    """
    bridge council harbour market school river budget hospital railway museum forest village tunnel
    library station theatre factory garden valley island tower square road ferry orchard mill court
    club union farm committee survey contract engine season winter storm debt wage rent ticket
    licence archive kitchen
    """
)
THINGS = listed(
    """
    Timber Transport Energy Housing Water Fisheries Culture Labour Health Steel Paper Shipping
    """
)
ADJECTIVES = listed(
    """
    old new local quiet broken narrow public private northern southern costly modest early late
    empty crowded famous forgotten careful sudden steady fragile wooden annual hidden generous
    bitter cheerful
    """
)
VERBS = listed(
    """
    opened closed repaired measured sold bought painted moved defended praised rejected counted
    delayed planned visited changed replaced borrowed watched rebuilt examined supported questioned
    promised
    """
)
LINKS = listed(
    """
    near behind beside after before without above against during beyond
    """
)
OPENERS = (
    "On Monday",
    "Last year",
    "By the evening",
    "In the meantime",
    "For the first time",
    "Since the spring",
    "According to the plan",
    "Two weeks later",
)
SAID = ("said", "said", "said", "added", "told reporters", "explained")
FIRST_SAYINGS = ("“{words},” {said} {name}, {role}.", "{name}, {role}, {said}: “{words}.”")
LATER_SAYINGS = (
    "“{words},” {surname} {said}.",
    "“{words},” {pronoun} {said}. “{more}.”",
    "{surname} {said} the {noun} was “{fragment}” and would not say more.",
    "“{words},” {said} {surname}, who has known the {noun} for years. “{more}.”",
)
SCRIPT = (
    "window.layer=window.layer||[];function track(name,value){window.layer.push([name,value,Date.now()]);}\n"
)
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta name="viewport" content="width=device-width"><meta property="og:site_name" content="{outlet}">
<meta property="og:title" content="{title}"><meta name="author" content="{author}">
<meta property="article:published_time" content="{published}"><link rel="canonical" href="{url}">
<script type="application/ld+json">{linked}</script><style>{style}</style><script>{script}</script></head>
<body class="news"><header class="site-header"><a href="/">{outlet}</a><nav class="menu"><ul>{menu}</ul></nav>
</header><main><article class="story"><h1 class="story-title">{title}</h1>
<p class="standfirst">{standfirst}</p><div class="byline">By <a href="/by">{author}</a>
<time datetime="{published}">{published}</time></div><figure class="lead"><img src="/pictures/1.jpg" alt="">
<figcaption>The {noun} in the morning. Photo: Agency</figcaption></figure>
<div class="story-body">{body}</div></article>
<aside class="related"><h2>Related</h2><ul>{related}</ul></aside>
<section class="comments"><h2>Comments</h2><form><input name="comment"><button>Send</button></form></section>
</main><footer class="site-footer"><ul>{menu}</ul><p>All rights reserved.</p></footer></body></html>"""


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: str

    @property
    def surname(self) -> str:
        return self.name.split()[-1]

    @property
    def pronoun(self) -> str:
        return ("she", "he")[FIRST_NAMES.index(self.name.split()[0]) % 2]


class Story:
    """One article, word by word; ``number`` decides all of it."""

    def __init__(self, number: int) -> None:
        self.number = number - 1 if number % WIRE == 0 and number else number
        self.random = Random(self.number)  # noqa: S311 -- no secret
        self.people = [person(self.random.randrange(PEOPLE)) for _ in range(2)]
        self.title = f"{self.of(ADJECTIVES).capitalize()} {self.of(NOUNS)} {self.of(VERBS)} {self.clause()}"
        self.author = person(PEOPLE + self.number % 50).name
        self.published = LATEST - timedelta(minutes=7 * self.number)

    def of(self, words: list[str] | tuple[str, ...]) -> str:
        return self.random.choice(words)

    def clause(self) -> str:
        return f"{self.of(LINKS)} the {self.of(ADJECTIVES)} {self.of(NOUNS)}"

    def words(self) -> str:
        """What somebody says: about a dozen words."""
        return (
            f"We {self.of(VERBS)} the {self.of(ADJECTIVES)} {self.of(NOUNS)} {self.clause()},"
            f" and nobody {self.of(VERBS)} the {self.of(NOUNS)} {self.clause()}"
        )

    def sentence(self) -> str:
        return (
            f"{self.of(OPENERS)} the {self.of(ADJECTIVES)} {self.of(NOUNS)} {self.of(VERBS)}"
            f" the {self.of(NOUNS)} {self.clause()}."
        )

    def paragraphs(self) -> list[str]:
        known: set[Person] = set()
        return [self.paragraph(number, known) for number in range(PARAGRAPHS)]

    def paragraph(self, number: int, known: set[Person]) -> str:
        if number not in QUOTED:
            return " ".join(self.sentence() for _ in range(2))
        speaker = self.people[QUOTED.index(number) * len(self.people) // len(QUOTED)]
        saying = self.of(LATER_SAYINGS if speaker in known else FIRST_SAYINGS)
        known.add(speaker)
        said = saying.format(
            words=self.words(),
            more=self.words(),
            fragment=f"{self.of(ADJECTIVES)} and {self.of(ADJECTIVES)} {self.clause()}",
            noun=self.of(NOUNS),
            said=self.of(SAID),
            name=speaker.name,
            surname=speaker.surname,
            pronoun=speaker.pronoun,
            role=speaker.role,
        )
        return f"{said} {self.sentence()}"


def person(number: int) -> Person:
    """The same number is the same person, and always has the same role."""
    random = Random(f"person {number}")  # noqa: S311 -- no secret
    place = made_up(random)
    role = random.choice(ROLES).format(place=place, noun=random.choice(NOUNS), thing=random.choice(THINGS))
    return Person(f"{random.choice(FIRST_NAMES)} {made_up(random)}", role)


def made_up(random: Random) -> str:
    """A name as of people and places: Brointal, Stefur."""
    syllables = (random.choice(CONSONANTS.split()) + random.choice(VOWELS.split()) for _ in range(2))
    return ("".join(syllables) + random.choice("ntrsl")).capitalize()


def outlet_name(outlet: int) -> str:
    return f"The {made_up(Random(f'outlet {outlet}'))} Courier"  # noqa: S311 -- no secret


def page(number: int, url: str) -> str:
    """The article as a web page of about 50 kB, most of which is not the article."""
    story = Story(number)
    outlet, published = outlet_name(number % OUTLETS), story.published.isoformat()
    return PAGE.format(
        title=story.title,
        outlet=outlet,
        author=story.author,
        published=published,
        url=url,
        linked=linked_data(story, outlet, published),
        standfirst=story.sentence(),
        noun=story.of(NOUNS),
        body="\n".join(f'<p class="text">{text}</p>' for text in story.paragraphs()),
        related="".join(teaser(story) for _ in range(12)),
        menu="".join(f'<li class="item"><a href="/{noun}">{noun}</a></li>' for noun in NOUNS),
        style=".story{color:#111}\n" * 500,
        script=SCRIPT * 200,
    )


def linked_data(story: Story, outlet: str, published: str) -> str:
    author = {"@type": "Person", "name": story.author}
    said = {"@type": "NewsArticle", "headline": story.title, "datePublished": published, "author": author}
    return json.dumps(
        {"@context": "https://schema.org", "publisher": {"@type": "Organization", "name": outlet}} | said
    )


def teaser(story: Story) -> str:
    target, text = story.random.randrange(10**6), story.sentence()
    return f'<li class="teaser"><a href="/{target}"><img src="/{target}.jpg" alt=""><h3>{text}</h3></a></li>'


def feed(origin: str, numbers: range) -> str:
    """The RSS feed of these articles."""
    items = "".join(f"<item><title>Story</title><link>{origin}/news/{n}</link></item>" for n in numbers)
    return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
