"""Doormen: fetch through the viewer, ask, act, answer. One file per page."""
