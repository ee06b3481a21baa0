"""The addresses that anybody may open."""

from __future__ import annotations

from django.urls import path

from claims.review.views import public

urlpatterns = [path("claims/<slug:slug>/", public.show, name="claim")]
