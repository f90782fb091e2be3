"""Days in somebody else's calendar: iCalendar (RFC 5545, with the refresh and name of RFC 7986). Pure.

calendar_document([AllDay(uid=…, day=…, title=…, changed=…)], name="Samsyn")  → bytes
calendar_ics(dossier, obligations)                                          → bytes, all titles written out
calendar_document([Timed(uid=…, starts=…, ends=…, …)], name="Samsyn")        → bytes, meetings
invitation.invitation(Invitation(uid=…, starts=…, …))                       → bytes, to be sent by mail (RFC 5546)
"""

from samsyn.exchange.calendar.agreement import calendar_ics
from samsyn.exchange.calendar.document import AllDay, Timed, calendar_document, uid_of

__all__ = ["AllDay", "Timed", "calendar_document", "calendar_ics", "uid_of"]
