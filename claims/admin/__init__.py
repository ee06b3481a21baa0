"""The admin, where editors work."""
