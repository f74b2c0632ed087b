"""What sound comes out of: each output is an adapter with its own way to open, start, stop and close."""
