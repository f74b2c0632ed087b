"""What is heard: players that follow the events of a session."""
