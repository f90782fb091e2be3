"""A file for each page or act of changes."""
