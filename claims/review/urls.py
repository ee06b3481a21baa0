"""The addresses of the review pages; everything here wants a login."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "review"

urlpatterns: list[URLPattern] = []
