from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.look.desk")]


@pytest.fixture
def reader(client):
    client.force_login(User.objects.create_user("reader"))
    return client


def test_the_frame_leads_to_every_list(reader):
    content = reader.get(reverse("review:queue")).content.decode()

    for name in ("queue", "articles", "incidents", "speakers", "claims"):
        assert f'href="{reverse(f"review:{name}")}"' in content


def test_where_one_is_stands_out_in_the_navigation(reader):
    content = reader.get(reverse("review:speakers")).content.decode()

    assert f'<a href="{reverse("review:speakers")}" aria-current="page">' in content
    assert content.count('aria-current="page"') == 1


def test_only_staff_is_led_to_the_admin(reader, client):
    as_reader = reader.get(reverse("review:queue")).content.decode()
    client.force_login(User.objects.create_user("editor", is_staff=True))

    as_editor = client.get(reverse("review:queue")).content.decode()

    assert reverse("admin:index") not in as_reader
    assert reverse("admin:index") in as_editor


def test_logging_out_is_a_form(reader):
    content = reader.get(reverse("review:queue")).content.decode()

    assert f'<form method="post" action="{reverse("logout")}">' in content


def test_a_message_is_shown_with_its_level(reader):
    content = reader.get(reverse("review:queue")).content.decode()

    message = '<p class="message message--error">Nobody approves their own settlement.</p>'
    assert message in content


def test_a_demonstration_says_that_it_is_one(reader):
    page = reverse("review:queue")

    assert "Demonstration desk" in reader.get(page, {"demonstration": 1}).content.decode()
    assert "Demonstration desk" not in reader.get(page).content.decode()


def test_the_login_page_names_the_desk_and_nothing_inside_it(client):
    content = client.get(reverse("login")).content.decode()

    assert "<h1>Attribution desk</h1>" in content
    assert reverse("review:articles") not in content


def test_a_wrong_password_is_told_in_words(client):
    content = client.post(
        reverse("login"), {"username": "nobody", "password": "wrong"}
    ).content.decode()

    assert "errorlist" in content
    assert "Please enter a correct username and password." in content


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/refuse/", 403, "You may not do this."),
        ("/nowhere/", 404, "Nothing is kept at this address."),
        ("/fail/", 500, "Something broke on our side."),
    ],
)
def test_what_goes_wrong_is_told_in_a_sentence(reader, address, status, sentence):
    reader.raise_request_exception = False

    response = reader.get(address)

    assert response.status_code == status
    assert sentence in response.content.decode()


def test_a_stranger_at_a_wrong_address_is_offered_to_log_in(client):
    content = client.get("/nowhere/").content.decode()

    assert f'<a href="{reverse("login")}">Log in</a>' in content


def test_the_admin_wears_the_look_of_the_desk(client):
    client.force_login(User.objects.create_superuser("lead"))

    content = client.get(reverse("admin:index")).content.decode()

    assert "claims/css/admin.css" in content
    assert "Attribution desk" in content


@pytest.mark.parametrize("is_debug", [True, False])
def test_the_pages_of_a_developer_load_the_scripts_of_everybody(reader, settings, is_debug):
    settings.DEBUG = is_debug

    content = reader.get(reverse("review:queue")).content.decode()

    assert "django_htmx/htmx-4.min.js" in content
    assert "django-htmx.js" not in content
