"""Doormen: fetch through the viewer, ask the rules, answer. One file per page."""
