"""Doormen: fetch, check, act, answer."""
