"""What goes wrong with a session for reasons of the user's world, in one sentence each."""


class SessionError(Exception):
    """A routine that cannot be laid out or played; the text is one sentence for the user."""
