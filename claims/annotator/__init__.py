"""Marked text as HTML, and the wire format of the in-text editor."""
