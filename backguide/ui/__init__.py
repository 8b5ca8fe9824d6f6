"""Everything with pixels: theme, widgets, figure, pages, charts."""
