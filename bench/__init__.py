"""Measured runs on large seeds. Ratios in one run; nothing here is a test."""
