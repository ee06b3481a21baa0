"""The acts. Each call is one transaction and leaves its lines in the log."""
