"""Filters of the lists, by the words of the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.queries.annotating import SURE


class Counted(admin.SimpleListFilter):
    """What is counted, in words."""

    title = "what is counted"
    parameter_name = "measure"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        rows = model_admin.model._default_manager.order_by("measure")
        measures = rows.values_list("measure", flat=True).distinct()
        return [(each, each.replace("_", " ")) for each in measures]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(measure=self.value()) if self.value() else rows


class YesOrNo(admin.SimpleListFilter):
    """One question of a row."""

    yes: str
    no: str

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", self.yes), ("no", self.no)]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in ("yes", "no"):
            return rows
        return self.answered(rows, is_yes=self.value() == "yes")

    def answered(self, rows: QuerySet[Any], *, is_yes: bool) -> QuerySet[Any]:
        raise NotImplementedError


class Filed(YesOrNo):
    """Figures under a quantity, or those that still have to be filed."""

    title = "quantity"
    parameter_name = "filed"
    yes, no = "Filed", "Not filed"

    def answered(self, rows: QuerySet[Any], *, is_yes: bool) -> QuerySet[Any]:
        return rows.filter(quantity__isnull=not is_yes)


class SetAside(YesOrNo):
    """Pairs that a reviewer set aside."""

    title = "set aside"
    parameter_name = "set_aside"
    yes, no = "Set aside", "Open"

    def answered(self, rows: QuerySet[Any], *, is_yes: bool) -> QuerySet[Any]:
        return rows.filter(is_dismissed=is_yes)


class Standing(YesOrNo):
    """Speakers that stand, or those that were merged."""

    title = "merged"
    parameter_name = "merged"
    yes, no = "Merged into another", "Standing"

    def answered(self, rows: QuerySet[Any], *, is_yes: bool) -> QuerySet[Any]:
        return rows.filter(merged_into__isnull=not is_yes)


class Sureness(admin.SimpleListFilter):
    """How sure the engine was."""

    title = "engine’s confidence"
    parameter_name = "confidence"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("sure", f"{SURE} or more"),
            ("likely", f"0.6 to {SURE}"),
            ("doubt", "Less"),
        ]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        ranges = {"sure": (SURE, 1), "likely": (0.6, SURE), "doubt": (0, 0.6)}
        chosen = ranges.get(self.value() or "")
        return rows.filter(confidence__range=chosen) if chosen else rows
