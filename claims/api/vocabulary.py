"""What our own terms in JSON-LD mean, for whoever reads them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.exchange.vocabulary import TERMS


class Vocabulary(APIView):
    """The terms that schema.org lacks, as JSON-LD."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(responses={200: OpenApiTypes.OBJECT}, operation_id="vocabulary", auth=[])
    def get(self, request: Request) -> Response:
        """Return each term with what it means; anybody may read it."""
        address = request.build_absolute_uri(request.path)
        terms: list[dict[str, Any]] = [
            {
                "@id": f"{address}#{name}",
                "@type": "rdfs:Class" if name[0].isupper() else "rdf:Property",
                "rdfs:label": name,
                "rdfs:comment": meaning,
            }
            for name, meaning in TERMS.items()
        ]
        context = {
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        }
        return Response({"@context": context, "@graph": terms})
