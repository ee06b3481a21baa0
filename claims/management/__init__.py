"""What the desk does from the shell."""
