"""One's own tokens: listed, issued and revoked by whoever is signed in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.status import HTTP_201_CREATED

from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.models import Token
from claims.services import issuing
from claims.services.issuing import LONGEST, SCOPES, Wish


class TokenSerializer(DeskSerializer[Token]):
    scopes = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Token
        fields: ClassVar = [
            "id",
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


class TokenResource(Resource[Token]):
    """The caller's own tokens. A token cannot issue or revoke tokens."""

    queryset = Token.objects.all()
    serializer_class = TokenSerializer

    def get_queryset(self) -> QuerySet[Token]:
        if getattr(self, "swagger_fake_view", False):
            return Token.objects.none()
        return Token.objects.filter(owner=self.request.user.pk)

    @extend_schema(request=Wanted, responses={201: IssuedSerializer})
    def create(self, request: DeskRequest) -> Response:
        """Issue a token that acts in one's own name, within one's own role."""
        given = self.read(Wanted)
        wish = Wish(given["name"], issuing.scopes_in(given["scopes"]), given["days"])
        issued = issuing.issue(request.user, wish, by=request.user)
        context = {**self.get_serializer_context(), "secret": issued.secret}
        answer = IssuedSerializer(issued.token, context=context)
        return Response(answer.data, status=HTTP_201_CREATED)

    @extend_schema(request=None, responses=TokenSerializer)
    @action(detail=True, methods=["post"])
    def revoke(self, request: DeskRequest, pk: str) -> Response:
        """Make one of one's own tokens useless from now on."""
        token = self.to_act_on()
        issuing.revoke(token, by=request.user)
        return self.told(token)
