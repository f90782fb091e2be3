"""The rules of a partnership: values in, values out.

Nothing here asks for today, a database, the network or Django. The path runs
quantities → terms → reading → timeline → obligations (and, later, places, money, tallies, indicators).
"""
