"""Tokens: listed, issued and revoked by whoever is signed in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.status import HTTP_201_CREATED

from claims import policy
from claims.api.acting import Act, Given
from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.models import Token, User
from claims.queries import tokens
from claims.services import issuing
from claims.services.issuing import LONGEST, SCOPES, Wish


class TokenSerializer(DeskSerializer[Token]):
    scopes = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Token
        fields: ClassVar = [
            "id",
            "owner",
            "name",
            "beginning",
            "scopes",
            "issued_at",
            "expires_at",
            "revoked_at",
            "last_used_on",
        ]


class IssuedSerializer(TokenSerializer):
    """A new token; its secret is shown this once."""

    secret = serializers.SerializerMethodField()

    class Meta(TokenSerializer.Meta):
        fields: ClassVar = [*TokenSerializer.Meta.fields, "secret"]

    def get_secret(self, _: Token) -> str:
        return str(self.context["secret"])


class Wanted(serializers.Serializer[Any]):
    """What the token is for, what it may do besides reading, and for how long."""

    name = serializers.CharField(max_length=100)
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=("read", *SCOPES)),
        required=False,
        default=list,
    )
    days = serializers.IntegerField(
        min_value=1, max_value=LONGEST, required=False, default=90
    )


def _revoke(token: Token, _: Given, by: User) -> None:
    """Make a token useless from now on."""
    issuing.revoke(token, by=by)


class TokenResource(Resource[Token]):
    """The caller's own tokens, and those of all for a lead.

    A token cannot issue or revoke tokens.
    """

    queryset = Token.objects.all()
    serializer_class = TokenSerializer
    filterset_fields: ClassVar = {
        "owner": ["exact"],
        "name": ["exact"],
        "revoked_at": ["isnull"],
        "expires_at": ["gte", "lte"],
    }
    search_fields: ClassVar = ["name"]
    ordering_fields = ("id", "issued_at", "expires_at")
    # The answer has the secret, which is kept nowhere.
    unrepeatable = frozenset({"create"})
    acts: ClassVar = {"revoke": Act(perform=_revoke, may=policy.may_view, scope="")}

    def get_queryset(self) -> QuerySet[Token]:
        user = self.request.user
        return tokens.seen_by(user) if isinstance(user, User) else Token.objects.none()

    @extend_schema(request=Wanted, responses={201: IssuedSerializer})
    def create(self, request: DeskRequest) -> Response:
        """Issue a token that acts in one's own name, within one's own role."""
        given = self.read(Wanted)
        wish = Wish(given["name"], issuing.scopes_in(given["scopes"]), given["days"])
        issued = issuing.issue(request.user, wish, by=request.user)
        context = {**self.get_serializer_context(), "secret": issued.secret}
        answer = IssuedSerializer(issued.token, context=context)
        return Response(answer.data, status=HTTP_201_CREATED)
