"""Programs that make what the repository holds. None of them is installed."""
