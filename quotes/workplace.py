"""Which site Django's admin is; a module of its own, for it is read before any model is."""

from django.contrib.admin.apps import AdminConfig


class WorkplaceConfig(AdminConfig):
    default_site = "quotes.site.ArchiveSite"
