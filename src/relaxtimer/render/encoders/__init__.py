"""What writes sound into a file, one for each kind of file."""
