"""What may stand in a file: each shape reads a node, and writes its own JSON Schema."""
