"""A desk of empty pages, so that the frame is tested without what it frames."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.auth import views as accounts
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path


def page(request: HttpRequest) -> HttpResponse:
    messages.error(request, "Nobody approves their own settlement.")
    return render(request, "base.html", {"demonstration": "demonstration" in request.GET})


def refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


_PAGES = [
    path("", page, name="queue"),
    path("articles/", page, name="articles"),
    path("incidents/", page, name="incidents"),
    path("speakers/", page, name="speakers"),
    path("claims/", page, name="claims"),
    path("notices/", page, name="notices"),
    path("tokens/", page, name="tokens"),
]
urlpatterns = [
    path("", include((_PAGES, "review"))),
    path("refuse/", refuse),
    path("fail/", fail),
    path("admin/", admin.site.urls),
    path("login/", accounts.LoginView.as_view(), name="login"),
    path("logout/", accounts.LogoutView.as_view(), name="logout"),
]
