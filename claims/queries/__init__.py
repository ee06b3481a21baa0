"""What the pages read, loaded in a number of queries that does not grow."""
