"""Read an article's text and return what in it looks like a quote or a figure."""
