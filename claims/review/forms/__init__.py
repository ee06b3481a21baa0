"""What reviewers fill in."""
