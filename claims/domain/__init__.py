"""What things are: spans, numbers, intervals, scopes, relations, origins. Plain Python."""
