"""The review pages, where fact-check reviewers work."""
