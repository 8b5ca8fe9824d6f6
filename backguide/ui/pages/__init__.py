"""Pages: they compose widgets and ask by signals."""
