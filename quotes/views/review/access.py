"""Who may decide: signed in to the admin, with the permission to make decisions."""

from quotes.admin.workplace import curators

for_reviewers = curators("quotes.add_decision")
