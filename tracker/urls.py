"""Every door of the project."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth import views as accounts
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView

from tracker import health

urlpatterns = [
    path("login/", accounts.LoginView.as_view(), name="login"),
    path("logout/", accounts.LogoutView.as_view(), name="logout"),
    # One login for all pages; the admin would bring its own.
    path(
        "admin/login/",
        login_not_required(RedirectView.as_view(pattern_name="login", query_string=True)),
    ),
    path("admin/", admin.site.urls),
    path("api/", include("claims.api.urls")),
    path("healthz", login_not_required(health.alive), name="alive"),
    path("readyz", login_not_required(health.ready), name="ready"),
    path("", include("claims.review.public")),
    path("", include("claims.review.urls")),
]
