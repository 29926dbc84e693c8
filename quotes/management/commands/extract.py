"""Extract quotes from what the archive has read."""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from archive.management.arguments import article_id
from quotes.engines import configured_engine
from quotes.record import latest_readings, pending_readings, record_or_report


class Command(BaseCommand):
    help = "Record the quotes of articles that the current engine has not read yet; keeps all decisions."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--article", type=article_id, metavar="ID", help="this article alone, even if done"
        )

    def handle(self, article: int | None = None, **options) -> None:
        engine = configured_engine()
        readings = pending_readings(engine) if article is None else latest_readings(article)
        if article is not None and not readings:
            raise CommandError(f"Article {article} has not been read: look for its number in its address.")
        totals = [record_or_report(reading, engine) for reading in tqdm(readings, disable=None)]
        new, changed, gone = (sum(getattr(t, name) for t in totals) for name in ("new", "changed", "gone"))
        self.stdout.write(f"{len(totals)} articles: {new} quotes new, {changed} changed, {gone} gone.")
        failed = sum(total.failed for total in totals)
        if failed:
            raise CommandError(f"{failed} articles failed; the review queue names them and why.")
