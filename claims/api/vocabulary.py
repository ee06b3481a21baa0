"""What our own terms in ClaimReview mean, for whoever reads them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

TERMS = {
    "Quantity": "What several sources give a number of, as far as they mean the same.",
    "Settlement": "What the desk decided to print of a quantity, approved by two people.",
    "quantity": "The quantity that a claim is about.",
    "measure": "What is counted: killed, injured, missing, crowd and so on.",
    "population": "Who or what is counted.",
    "unit": "What it is counted in; persons unless another is named.",
    "reports": "How many articles give a number of it.",
    "outlets": "How many outlets published those articles.",
    "independentOrigins": "How many sources stand behind them that share no person,"
    " organisation or agency on the way. Unnamed sources count nothing.",
    "positions": "How many values it takes at least to satisfy every source.",
    "conflicts": "How many pairs of numbers cannot both be true.",
    "low": "The least value that a source allows.",
    "high": "The greatest value that a source allows; null if one sets no limit.",
    "settlement": "The settlement that stands.",
    "wording": "The sentence that the desk prints.",
    "asOf": "The day that a settlement speaks of.",
}


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
