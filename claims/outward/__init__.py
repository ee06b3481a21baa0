"""Requests to other machines: to public addresses only, and never without an end."""
