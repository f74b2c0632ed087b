"""What a person has set: how it sounds and who speaks, read from a file of their own."""
