"""Doormen: fetch through the viewer, ask, answer. One file per page."""
