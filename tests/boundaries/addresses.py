"""Every address and who may come in. A new address fails the tests until it stands here.

Doors:
- `Open()`               anyone, signed in or not.
- `WayIn()`              a step of signing in; it may lead elsewhere, never to anything of anyone's.
- `ByKey()`              whoever has the secret in the address; a wrong one does not exist.
- `SignedIn()`           anyone who has signed in.
- `Acting(p, …)`         those whose role in the address's organisation has one of the permissions; none: any role.
- `Common(p, …)`         the same, and what is shown is the same whichever organisation one acts for.
- `Own()`                what is one person's own: nobody else's in the same organisation. In the samples, the head's.
- `Seated(p, …)`         the same, and the person sits today in the body that coordinates. In the samples, the staff.
- `InPartnership(p, …)`  the same, and the organisation is a party to the partnership of the address.

`post=True`: the address only takes POST. `logged=True`: to open it is itself written in the history. `files=True`: its
form takes a file, so who may not write is turned away before it is read. A parameter other than `organisation` needs a
sample in `samples.py`.
"""

from samsyn.web.organisations.roles import Permission
from tests.boundaries.capabilities import gathered
from tests.boundaries.door import Acting, ByKey, Door, InPartnership, Open, Own, Seated, SignedIn, WayIn

_BEDS = "as/<slug:organisation>/partnerships/<slug:slug>"
_CHANGES = "as/<slug:organisation>/partnerships/<slug:slug>/changes"
_SUPPORT = "as/<slug:organisation>/partnerships/<slug:slug>/support"
_TALLIES = "as/<slug:organisation>/partnerships/<slug:slug>/tallies"
_PLACEMENTS = "as/<slug:organisation>/partnerships/<slug:slug>/placements"

DOORS: dict[str, Door] = {
    "": Open(),
    "almanac/": Open(),
    "ui/": Open(),
    "ui/progress/": Open(),
    "ui/appearance/": Open(post=True),
    "ui/language/": Open(post=True),
    "accessibility/": Open(),
    "accounts/login/": WayIn(),
    "accounts/login/code/": WayIn(),
    "accounts/login/key/": WayIn(),
    "accounts/logout/": WayIn(),
    "accounts/inactive/": WayIn(),
    "accounts/password/reset/": WayIn(),
    "accounts/password/reset/done/": WayIn(),
    "accounts/password/reset/key/done/": WayIn(),
    "accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": WayIn(),
    "accounts/password/change/": SignedIn(),
    "accounts/confirm/": SignedIn(),
    "accounts/confirm/code/": SignedIn(),
    "accounts/confirm/key/": SignedIn(),
    "accounts/factors/": SignedIn(),
    "accounts/factors/app/add/": SignedIn(),
    "accounts/factors/app/remove/": SignedIn(),
    "accounts/factors/codes/": SignedIn(),
    "accounts/factors/codes/new/": SignedIn(),
    "accounts/factors/codes/file/": SignedIn(),
    "accounts/factors/keys/": SignedIn(),
    "accounts/factors/keys/add/": SignedIn(),
    "accounts/factors/keys/<int:pk>/remove/": SignedIn(),
    "accounts/factors/keys/<int:pk>/edit/": SignedIn(),
    "demo/": Open(),
    "demo/sign-in/<uuid:membership>/": WayIn(post=True),
    "as/<slug:organisation>/": Acting(),
    "as/<slug:organisation>/people/": Acting(Permission.MANAGE_PEOPLE),
    "as/<slug:organisation>/people/invite/": Acting(Permission.MANAGE_PEOPLE),
    "as/<slug:organisation>/people/<uuid:person>/give-role/": Acting(Permission.MANAGE_PEOPLE),
    "as/<slug:organisation>/people/roles/<uuid:membership>/end-role/": Acting(Permission.MANAGE_PEOPLE),
    "as/<slug:organisation>/history/": Acting(Permission.READ_PROCESSING),
    "as/<slug:organisation>/privacy/": Acting(Permission.READ_PROCESSING),
    "as/<slug:organisation>/calendar/": Acting(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/calendar/open/": Acting(Permission.READ_PARTNERSHIP, post=True),
    "as/<slug:organisation>/calendar/renew/": Acting(Permission.READ_PARTNERSHIP, post=True),
    "as/<slug:organisation>/calendar/title/": Acting(Permission.READ_PARTNERSHIP, post=True),
    "as/<slug:organisation>/calendar/revoke/": Acting(Permission.READ_PARTNERSHIP, post=True),
    "as/<slug:organisation>/partnerships/": Acting(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/agreement/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/agreement/assumptions/": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/agreement/what-if/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/agreement/differences/": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/agreement/document.pdf": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/agreement/versions/<int:number>/files.zip": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/agreement/clauses/<slug:clause>/": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/case-number/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/obligations/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/obligations/sides/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/obligations/calendar/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/obligations/<uuid:obligation>/": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/obligations/<uuid:obligation>/evidence/": InPartnership(
        Permission.FULFIL, files=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/obligations/<uuid:obligation>/evidence/<uuid:evidence>/take-back/": Acting(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/obligations/<uuid:obligation>/object/": InPartnership(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/obligations/<uuid:obligation>/objections/<uuid:objection>/settle/": Acting(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/bodies/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/bodies/<slug:body>/appoint/": InPartnership(Permission.DECIDE),
    "as/<slug:organisation>/partnerships/<slug:slug>/bodies/seats/<uuid:appointment>/end/": Acting(Permission.DECIDE),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/open/economic-change/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/open/deviation/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/open/dispute/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/open/other/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/<uuid:matter>/": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/<uuid:matter>/acknowledge/": InPartnership(
        Permission.FULFIL, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/<uuid:matter>/approve/": InPartnership(
        Permission.DECIDE, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/<uuid:matter>/refuse/": InPartnership(Permission.DECIDE),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/<uuid:matter>/add-dialogue/": InPartnership(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/<uuid:matter>/settle/": InPartnership(Permission.DECIDE),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/<uuid:matter>/settle/confirm/": InPartnership(
        Permission.DECIDE, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/<uuid:matter>/pass-on/": InPartnership(Permission.DECIDE),
    "as/<slug:organisation>/partnerships/<slug:slug>/matters/<uuid:matter>/withdraw/": InPartnership(Permission.FULFIL),
    f"{_BEDS}/beds/": InPartnership(Permission.WORK),
    f"{_BEDS}/code/": InPartnership(Permission.WORK),
    f"{_BEDS}/intake/": Seated(Permission.WORK),
    f"{_BEDS}/intake/point/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/find/": Seated(Permission.WORK),
    f"{_BEDS}/intake/minor/": Seated(Permission.WORK),
    f"{_BEDS}/intake/line/": Seated(Permission.WORK),
    f"{_BEDS}/intake/line/draw/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/line/<uuid:waiting>/priority/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/line/<uuid:waiting>/leave/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/guests/new/": Seated(Permission.WORK),
    f"{_BEDS}/intake/guests/<uuid:guest>/": Seated(Permission.WORK, logged=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/change/": Seated(Permission.WORK, logged=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/place/": Seated(Permission.WORK, logged=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/give/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/override/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/refuse/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/wait/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/slip/<uuid:entitlement>/": Seated(Permission.WORK, logged=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/cards/make/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/cards/<uuid:card>/": Seated(Permission.WORK, logged=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/cards/<uuid:card>/revoke/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/merge/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/intake/guests/<uuid:guest>/merges/<uuid:merge>/part/": Seated(Permission.WORK, post=True),
    f"{_BEDS}/overview/": Seated(Permission.WORK),
    f"{_BEDS}/tonight/": InPartnership(Permission.WORK),
    f"{_BEDS}/tonight/<uuid:site>/": Acting(Permission.WORK),
    f"{_BEDS}/tonight/<uuid:site>/arrive/<uuid:segment>/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/tonight/<uuid:site>/undo-arrival/<uuid:segment>/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/tonight/<uuid:site>/no-show/<uuid:segment>/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/tonight/<uuid:site>/check-out/<uuid:segment>/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/tonight/<uuid:site>/release/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/tonight/<uuid:site>/undo-check-out/<uuid:segment>/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/tonight/<uuid:site>/check-out/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/tonight/<uuid:site>/leave/<uuid:segment>/": Acting(Permission.WORK),
    f"{_BEDS}/tonight/<uuid:site>/shift/<uuid:segment>/": Acting(Permission.WORK),
    f"{_BEDS}/tonight/<uuid:site>/bar/<uuid:segment>/": Acting(Permission.WORK),
    f"{_BEDS}/tonight/<uuid:site>/log/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/tonight/<uuid:site>/emergency/": Acting(Permission.WORK),
    f"{_BEDS}/tonight/<uuid:site>/incident/": Acting(Permission.WORK),
    f"{_BEDS}/tonight/<uuid:site>/list/": Acting(Permission.WORK),
    f"{_BEDS}/tonight/<uuid:site>/paper/": Acting(Permission.WORK),
    f"{_BEDS}/sites/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_BEDS}/sites/open/": InPartnership(Permission.WORK),
    f"{_BEDS}/sites/<uuid:site>/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_BEDS}/sites/<uuid:site>/change/": Acting(Permission.WORK),
    f"{_BEDS}/sites/<uuid:site>/close/": Acting(Permission.WORK),
    f"{_BEDS}/sites/<uuid:site>/places/add/": Acting(Permission.WORK),
    f"{_BEDS}/sites/<uuid:site>/places/<uuid:place>/out-of-order/": Acting(Permission.WORK),
    f"{_BEDS}/sites/<uuid:site>/places/<uuid:place>/move/": Seated(Permission.WORK),
    f"{_BEDS}/sites/<uuid:site>/outages/<uuid:outage>/end/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/nights/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_BEDS}/nights/decide/": Seated(Permission.WORK),
    f"{_BEDS}/nights/initiatives/add/": Seated(Permission.WORK),
    f"{_BEDS}/bars/": InPartnership(Permission.WORK),
    f"{_BEDS}/bars/<uuid:bar>/appeal/": Acting(Permission.WORK, post=True),
    f"{_BEDS}/bars/<uuid:bar>/answer/": Acting(Permission.WORK),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/add/": InPartnership(Permission.FULFIL, files=True),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/register/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/register.csv": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/register.xlsx": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/register.pdf": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/<uuid:document>/": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/<uuid:document>/file/": InPartnership(
        Permission.READ_PARTNERSHIP, logged=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/<uuid:document>/hand-over/": Acting(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/documents/<uuid:document>/discard/": Acting(Permission.FULFIL),
    # The parties of the samples each have a pad of their own; below it a fellow party has no such page.
    f"{_TALLIES}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_TALLIES}/<slug:pad>/": Acting(Permission.READ_PARTNERSHIP),
    f"{_TALLIES}/<slug:pad>/paper/": Acting(Permission.WORK),
    f"{_TALLIES}/<slug:pad>/correct/": Acting(Permission.WORK),
    f"{_TALLIES}/<slug:pad>/waiting/": Acting(Permission.READ_PARTNERSHIP),
    f"{_TALLIES}/<slug:pad>/waiting/<slug:day>/decide/": Acting(Permission.FULFIL),
    f"{_TALLIES}/<slug:pad>/days/": Acting(Permission.READ_PARTNERSHIP),
    f"{_TALLIES}/<slug:pad>/days/mark/": Acting(Permission.WORK),
    f"{_TALLIES}/<slug:pad>/days/marked/<uuid:marked>/unmark/": Acting(Permission.WORK, post=True),
    f"{_TALLIES}/<slug:pad>/days/shut/": Acting(Permission.WORK),
    f"{_TALLIES}/<slug:pad>/days/closures/<uuid:closure>/unshut/": Acting(Permission.WORK, post=True),
    f"{_TALLIES}/<slug:pad>/periods/": Acting(Permission.READ_PARTNERSHIP),
    f"{_TALLIES}/<slug:pad>/periods/close/": Acting(Permission.FULFIL),
    f"{_TALLIES}/<slug:pad>/periods/<uuid:period>/reopen/": Acting(Permission.FULFIL),
    f"{_TALLIES}/<slug:pad>/devices/": Acting(Permission.WORK, Permission.FULFIL),
    f"{_TALLIES}/<slug:pad>/devices/make/": Acting(Permission.WORK),
    f"{_TALLIES}/<slug:pad>/devices/<uuid:device>/link/": Acting(Permission.WORK, post=True),
    f"{_TALLIES}/<slug:pad>/devices/<uuid:device>/revoke/": Acting(Permission.FULFIL, post=True),
    # Only for the party that runs the line: a fellow party has no such page.
    f"{_SUPPORT}/": Acting(Permission.READ_PARTNERSHIP),
    f"{_SUPPORT}/count/": Acting(Permission.WORK, post=True),
    f"{_SUPPORT}/undo/": Acting(Permission.WORK, post=True),
    f"{_SUPPORT}/figures/": Acting(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/letters/": Acting(),
    "as/<slug:organisation>/letters/choose/": Acting(post=True),
    "as/<slug:organisation>/letters/steps/": Acting(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/letters/<uuid:letter>/": Own(),
    "as/<slug:organisation>/letters/<uuid:letter>/invitation.ics": Own(),
    "as/<slug:organisation>/meetings/": Acting(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/call/<slug:body>/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/actions/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/actions/<uuid:action>/finish/": InPartnership(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/actions/<uuid:action>/drop/": InPartnership(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/invitation.ics": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/reschedule/": InPartnership(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/cancel/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/hold/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/agenda/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/agenda/add/": InPartnership(
        Permission.FULFIL, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/agenda/<uuid:item>/edit/": InPartnership(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/agenda/<uuid:item>/move/": InPartnership(
        Permission.FULFIL, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/agenda/<uuid:item>/remove/": InPartnership(
        Permission.FULFIL, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/minutes/": InPartnership(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/minutes/guests/add/": InPartnership(
        Permission.FULFIL, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/minutes/guests/<uuid:attendance>/remove/": InPartnership(
        Permission.FULFIL, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/minutes/decisions/<uuid:decision>/remove/": InPartnership(
        Permission.FULFIL, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/minutes/put-forward/": InPartnership(
        Permission.FULFIL, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/minutes/<int:number>/": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/minutes/<int:number>/minutes.pdf": InPartnership(
        Permission.READ_PARTNERSHIP
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/minutes/<int:number>/approve/": InPartnership(
        Permission.FULFIL, post=True
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/meetings/<uuid:meeting>/minutes/<int:number>/send-back/": InPartnership(
        Permission.FULFIL
    ),
    "as/<slug:organisation>/partnerships/<slug:slug>/contacts/": InPartnership(Permission.READ_PARTNERSHIP),
    "as/<slug:organisation>/partnerships/<slug:slug>/contacts/add/": InPartnership(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/contacts/confirm/": InPartnership(Permission.FULFIL, post=True),
    "as/<slug:organisation>/partnerships/<slug:slug>/contacts/<uuid:contact>/change/": Acting(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/contacts/<uuid:contact>/end/": Acting(Permission.FULFIL),
    "as/<slug:organisation>/partnerships/<slug:slug>/history/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_CHANGES}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_CHANGES}/start/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/extension/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/confirmation/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/condition/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/waiver/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/renegotiation/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/notice/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/withdrawal/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/repayment/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/termination/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/amendment/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/amendment/terms/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/amendment/terms/<slug:family>/<slug:term>/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/amendment/terms/<slug:family>/<slug:term>/remove/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/start/amendment/add/<slug:family>/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/wind-down/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_CHANGES}/wind-down/add/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/wind-down/take/": InPartnership(Permission.FULFIL, post=True),
    f"{_CHANGES}/wind-down/<uuid:action>/finish/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/wind-down/<uuid:action>/drop/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/<uuid:change>/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_CHANGES}/<uuid:change>/original.pdf": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_CHANGES}/<uuid:change>/redraft/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/<uuid:change>/terms/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/<uuid:change>/terms/<slug:family>/<slug:term>/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/<uuid:change>/terms/<slug:family>/<slug:term>/remove/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/<uuid:change>/terms/<slug:family>/<slug:term>/undo/": InPartnership(Permission.FULFIL, post=True),
    f"{_CHANGES}/<uuid:change>/add/<slug:family>/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/<uuid:change>/propose/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/discard/": InPartnership(Permission.FULFIL),
    f"{_CHANGES}/<uuid:change>/withdraw/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/again/": InPartnership(Permission.FULFIL, post=True),
    f"{_CHANGES}/<uuid:change>/approve/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/sign/": InPartnership(Permission.DECIDE, files=True),
    f"{_CHANGES}/<uuid:change>/decide/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/legal-force/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/refuse/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/demand/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/correct/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/talk/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/notify/": InPartnership(Permission.DECIDE),
    f"{_CHANGES}/<uuid:change>/receive/": InPartnership(Permission.DECIDE),
    f"{_PLACEMENTS}/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_PLACEMENTS}/day/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/places/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/places/make/": InPartnership(Permission.WORK, post=True),
    f"{_PLACEMENTS}/figures/": InPartnership(Permission.READ_PARTNERSHIP),
    f"{_PLACEMENTS}/participants/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/participants/add/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/participants/<uuid:participant>/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/participants/<uuid:participant>/edit/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/participants/<uuid:participant>/own-page/make/": Acting(Permission.WORK, post=True),
    f"{_PLACEMENTS}/participants/<uuid:participant>/own-page/revoke/": Acting(Permission.WORK, post=True),
    f"{_PLACEMENTS}/participants/<uuid:participant>/consents/add/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/participants/<uuid:participant>/refer/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/consents/<uuid:consent>/withdraw/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/referrals/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/referrals/<uuid:referral>/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/referrals/<uuid:referral>/send/": Acting(Permission.WORK, post=True),
    f"{_PLACEMENTS}/referrals/<uuid:referral>/discard/": Acting(Permission.WORK, post=True),
    f"{_PLACEMENTS}/referrals/<uuid:referral>/withdraw/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/referrals/<uuid:received>/accept/": Acting(Permission.WORK, post=True),
    f"{_PLACEMENTS}/referrals/<uuid:received>/wait/": Acting(Permission.WORK, post=True),
    f"{_PLACEMENTS}/referrals/<uuid:received>/decline/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/referrals/<uuid:received>/prioritise/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/referrals/<uuid:received>/start/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/steps/<uuid:done>/take-back/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/extensions/<uuid:extension>/approve/": InPartnership(Permission.WORK, post=True),
    f"{_PLACEMENTS}/extensions/<uuid:extension>/drop/": InPartnership(Permission.WORK, post=True),
    f"{_PLACEMENTS}/<uuid:placement>/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/<uuid:placement>/attendance/": Acting(Permission.WORK, post=True),
    f"{_PLACEMENTS}/<uuid:placement>/steps/<slug:step>/<int:number>/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/<uuid:placement>/assess/<slug:rater>/<int:number>/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/<uuid:placement>/track/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/<uuid:placement>/move/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/<uuid:placement>/last-day/": Acting(Permission.WORK),
    f"{_PLACEMENTS}/<uuid:placement>/extend/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/<uuid:placement>/close/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/<uuid:placement>/outcome/": InPartnership(Permission.WORK),
    f"{_PLACEMENTS}/<uuid:placement>/cancel/": InPartnership(Permission.WORK),
    "feeds/<slug:secret>.ics": ByKey(),
    "pad/": Open(),
    "pad/manifest.webmanifest": Open(),
    "pad/sw.js": Open(),
    # To whoever has no tablet's credential they answer 401 and 403.
    "pad/state/": Open(),
    "pad/sync/": Open(post=True),
    "pad/join/<slug:code>/": ByKey(),
    "own/<slug:secret>/": ByKey(),
    "own/<slug:secret>/questions/": ByKey(),
    "own/<slug:secret>/consents/<uuid:consent>/withdraw/": ByKey(),
    **gathered("DOORS"),
}
