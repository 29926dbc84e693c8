"""Propose the feeds of a site, or add them."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime

from archive.discovery import Proposal, propose_feeds
from archive.errors import ArchiveError
from archive.models import Feed
from archive.outlets import outlet_at


class Command(BaseCommand):
    help = "Find the feeds, sitemaps and section pages where a site announces its articles."

    def add_arguments(self, parser) -> None:
        parser.add_argument("url", metavar="URL", help="of the site, of one of its sections, or of a feed")
        parser.add_argument("--add", action="store_true", help="add them all, to be collected from now on")

    def handle(self, url: str, add: bool, **_) -> None:
        try:
            proposals = propose_feeds(url)
        except ArchiveError as error:
            raise CommandError(f"{error} {error.advice}".rstrip()) from error
        if not proposals:
            raise CommandError(f"{url} announces no articles: try the page of one of its sections.")
        for proposal in proposals:
            self.stdout.write(self.line(proposal))
            if add:
                self.add(proposal)
        if not add:
            self.stdout.write("Add them with --add, or single ones by giving their address with --add.")

    def line(self, proposal: Proposal) -> str:
        newest = f", newest {localtime(proposal.newest):%Y-%m-%d %H:%M}" if proposal.newest else ""
        return f"{proposal.kind.label}: {proposal.url} ({proposal.articles} articles{newest})"

    def add(self, proposal: Proposal) -> None:
        outlet = outlet_at(proposal.url)
        Feed.objects.get_or_create(url=proposal.url, defaults={"outlet": outlet, "kind": proposal.kind})
