"""Check the health of sources and quotes, and print what the daily summary tells."""

from django.core.management.base import BaseCommand

from quotes.health import check_health, mail_summary, summary


class Command(BaseCommand):
    help = "Check all sources, and print the last day of the archive with its alarms."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--mail", action="store_true", help="send it to SUMMARY_TO as well")

    def handle(self, *, mail: bool, **options) -> None:
        check_health()
        self.stdout.write(str(summary()))
        if mail and not mail_summary():
            self.stderr.write("Not sent: set SUMMARY_TO to the addresses that it is for, and EMAIL_URL.")
