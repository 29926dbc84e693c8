"""Who signed in, and who was refused: the lists of django-axes, without their row of years and days.

That row reads every sign-in there ever was; the filter by time beside the lists does not.
"""

from axes import admin as axes_admin
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib import admin

from archive.long_lists import LongList

for model in (AccessAttempt, AccessFailureLog, AccessLog):
    admin.site.unregister(model)


@admin.register(AccessAttempt)
class AccessAttemptAdmin(LongList, axes_admin.AccessAttemptAdmin):
    date_hierarchy = None


@admin.register(AccessFailureLog)
class AccessFailureLogAdmin(LongList, axes_admin.AccessFailureLogAdmin):
    date_hierarchy = None


@admin.register(AccessLog)
class AccessLogAdmin(LongList, axes_admin.AccessLogAdmin):
    date_hierarchy = None
