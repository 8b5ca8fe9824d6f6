"""The one page for a physiotherapist, as values. Pure functions of the journal and the catalogue."""
