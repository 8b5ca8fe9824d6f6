"""What was done and felt: records and the SQLite store. No Qt."""
