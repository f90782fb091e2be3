"""Meetings as the pages show them: values in, words out."""
