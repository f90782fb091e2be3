"""The manual as tests: a small agreement in, obligations out. docs/reference/obligations.md is made from these files.

`days` says how due days are found, `money` how sums are found, `kinds` has a chapter for every kind of obligation.
"""
