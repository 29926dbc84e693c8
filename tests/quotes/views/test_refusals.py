"""Pages that say why there is none."""

import pytest
from django.test import RequestFactory
from django.views import defaults

REQUEST = RequestFactory().get("/")


@pytest.mark.parametrize(
    ("answer", "status", "heading"),
    [
        (defaults.bad_request, 400, "This address could not be understood"),
        (defaults.permission_denied, 403, "This is not for your account"),
        (defaults.page_not_found, 404, "There is nothing at this address"),
    ],
)
@pytest.mark.django_db
def test_refusal_stands_in_the_frame_of_the_site(answer, status, heading):
    response = answer(REQUEST, Exception())

    assert response.status_code == status
    assert f"<h1>{heading}</h1>" in response.content.decode()
    assert '<header class="masthead">' in response.content.decode()
