import pytest

from .articles import only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Nobody said "the ice will hold for us".', "unattributed"),
        ('No official said "the ice will hold for us".', "unattributed"),
        ('Jane Roe said "the ice will hold for us".', "mixed"),
        ('If somebody were to say "the ice will hold", Roe would skate.', "unattributed"),
        ('Jane Roe skates in what they call a "frozen ferry".', "unattributed"),
        ('Jane Roe wrote her essay, "The Frozen Ferry", on Tuesday.', "unattributed"),
    ],
)
def test_what_nobody_is_reported_to_have_said(text, kind):
    assert only(text).kind == kind
