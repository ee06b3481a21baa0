"""The terms of our own in what is given out as JSON-LD: what schema.org and W3C lack."""

from __future__ import annotations

TERMS = {
    "Quantity": "What several sources give a number of, as far as they mean the same.",
    "Quote": "Words of a text that are reported as said by somebody.",
    "Figure": "A number in a text, with what it counts.",
    "Settlement": "What the desk decided to print of a quantity, approved by two people.",
    "quantity": "A quantity that a claim is about.",
    "kind": "How the words are reported: direct, indirect or mixed.",
    "speakers": "Who said it, by the names that the desk knows them by.",
    "unnamed": "Who said it as the text calls them, where the desk knows nobody of them.",
    "via": "Who passed it on, from the report to the one who said it.",
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
