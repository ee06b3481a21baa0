"""Bytes as they come, turned into text and metadata."""
