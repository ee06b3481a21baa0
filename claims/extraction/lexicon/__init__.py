"""The words that reports are made of, as data: one module a language."""
