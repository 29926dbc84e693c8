"""Who may do what: the roles, as groups with permissions; readers need no account.

contributor    suggests articles, and corrections under their own name; needs no access to the admin
reviewer       decides on the quotes of the queue, and sees everything
editor         also merges and corrects speakers, withdraws quotes, and keeps the sources
administrator  also gives accounts and roles

The last three work in the admin: whoever is given one of them becomes staff, and whoever loses the last of
them is staff no longer, superusers aside.
"""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions

OWN = ("archive", "quotes")
SUGGEST = "quotes.add_reviewitem"
ADD = "archive.add_article"


def all_of(*models: str) -> set[str]:
    """Everything that can be done to rows of these models: ``archive.feed``."""
    pairs = (model.split(".") for model in models)
    return {f"{app}.{action}_{name}" for app, name in pairs for action in ("add", "change", "delete")}


CONTRIBUTOR = {SUGGEST}
REVIEWER = {SUGGEST, ADD, "quotes.add_decision", "quotes.change_reviewitem"}
EDITOR = {
    *REVIEWER,
    "archive.change_article",
    "archive.change_host",
    "quotes.change_quote",
    "quotes.change_occurrence",
    "quotes.change_speaker",
    *all_of("archive.outlet", "archive.feed", "quotes.alias", "quotes.occasion", "quotes.reference"),
}
ROLES = {
    "Contributor": (CONTRIBUTOR, ()),
    "Reviewer": (REVIEWER, OWN),
    "Editor": (EDITOR, OWN),
}
ADMINISTRATOR = "Administrator"
CURATORS = ("Reviewer", "Editor", ADMINISTRATOR)
ADMINISTERED = (*OWN, "auth", "axes", "otp_totp", "otp_static")


def last_told() -> AppConfig:
    """The application that ``migrate`` tells of last: it passes over those without models."""
    return [config for config in apps.get_app_configs() if config.models_module][-1]


def make_roles(app_config, **_) -> None:
    """Give every role its group and permissions; what an administrator adds to a group stays."""
    if app_config != last_told():
        return
    create_permissions(app_config, verbosity=0)
    from django.contrib.auth.models import Group, Permission  # noqa: PLC0415 -- needs the models

    known = {
        f"{p.content_type.app_label}.{p.codename}": p
        for p in Permission.objects.select_related("content_type")
    }
    for role, (named, seen) in ROLES.items():
        granted = [known[name] for name in sorted(named) if name in known]
        granted += [p for name, p in known.items() if name.startswith(tuple(f"{app}.view_" for app in seen))]
        Group.objects.get_or_create(name=role)[0].permissions.add(*granted)
    every = [p for name, p in known.items() if name.split(".")[0] in ADMINISTERED]
    Group.objects.get_or_create(name=ADMINISTRATOR)[0].permissions.add(*every)


def follow_roles(instance: Any, action: str, reverse: bool, model: Any, pk_set: set[int] | None, **_) -> None:
    """Make staff of who is given a curator's role, by the account's form or (``reverse``) by the group."""
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    if pk_set is None:  # cleared: all that there are
        pk_set = set((instance.user_set if reverse else instance.groups).values_list("pk", flat=True))
    groups, users = ({instance.pk}, pk_set) if reverse else (pk_set, {instance.pk})
    group_model, user_model = (type(instance), model) if reverse else (model, type(instance))
    if not group_model.objects.filter(pk__in=groups, name__in=CURATORS).exists():
        return
    concerned = user_model.objects.filter(pk__in=users, is_superuser=False)
    if action != "post_add":
        others = group_model.objects.filter(name__in=CURATORS).exclude(pk__in=groups)
        concerned = concerned.exclude(groups__in=others)
    concerned.update(is_staff=action == "post_add")
    if not reverse:
        instance.refresh_from_db(fields=["is_staff"])


def take_from_all(instance: Any, **_) -> None:
    """A group to be deleted is taken from each of its accounts: the database alone would tell nobody."""
    instance.user_set.clear()
