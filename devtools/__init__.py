"""What dev.py does its set-up with; standard library only, never installed."""
