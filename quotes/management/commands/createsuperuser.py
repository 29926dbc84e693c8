"""``make admin``: Django's own command, which tells what to do where nobody can be asked."""

import os
from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.core.management.base import CommandError

NAMES = [f"DJANGO_SUPERUSER_{name}" for name in ("USERNAME", "EMAIL", "PASSWORD")]
ADVICE = (
    "Nobody can be asked for a name and a password here: run it in a terminal, or set in the environment "
    f"{', '.join(NAMES[:-1])} and {NAMES[-1]}."
)


class Command(createsuperuser.Command):
    def handle(self, *arguments: Any, **options: Any) -> None:
        """Without a terminal it takes the account from the environment, or fails."""
        if options["interactive"] and not self.stdin.isatty():
            if any(name not in os.environ for name in NAMES):
                raise CommandError(ADVICE)
            options["interactive"] = False
        super().handle(*arguments, **options)
