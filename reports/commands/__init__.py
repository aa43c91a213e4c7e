"""Commands of this room, imported when called."""
