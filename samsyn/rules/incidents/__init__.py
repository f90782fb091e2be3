"""Who must be told when something has happened: what the parties promised each other, and what law says.

Law is data with its source and the day on which it was read (law.toml). What nobody has looked up is there as a
question, and is shown as one.
"""

from samsyn.rules.incidents.law import KINDS, Rule, read, rules
from samsyn.rules.incidents.tell import Tell, to_look_up, to_tell

__all__ = ["KINDS", "Rule", "Tell", "read", "rules", "to_look_up", "to_tell"]
