"""Outside formats, a folder each. The document is made here, purely; transport is another matter."""
