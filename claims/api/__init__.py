"""JSON for other systems: every resource to read, and the acts as POST."""
