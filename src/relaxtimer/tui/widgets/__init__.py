"""The widgets of a session: each draws one thing, told what it is by its screen."""
