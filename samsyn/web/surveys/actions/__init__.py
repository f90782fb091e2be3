"""What can happen to a survey."""
