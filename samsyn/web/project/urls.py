"""All addresses. Under /as/<organisation>/ a person acts for an organisation; elsewhere for nobody."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from samsyn.web.obligations.views.feed import feed
from samsyn.web.obligations.views.my_day import my_day
from samsyn.web.placements.views import own_page
from samsyn.web.project import views
from samsyn.web.roster.views.mine import mine
from samsyn.web.shifts.views.calendar import feed as shifts_feed

acting: list[URLPattern | URLResolver] = [
    path("", my_day, name="day"),
    path("people/", include("samsyn.web.organisations.urls")),
    path("history/", include("samsyn.web.history.urls")),
    path("indices/", include("samsyn.web.indices.urls")),
    path("privacy/", include("samsyn.web.privacy.urls")),
    path("", include("samsyn.web.obligations.urls")),
    path("", include("samsyn.web.meetings.urls")),
    path("", include("samsyn.web.economy.urls")),
    path("letters/", include("samsyn.web.reminders.urls")),
    path("partnerships/<slug:slug>/", include("samsyn.web.agreements.urls")),
    path("partnerships/<slug:slug>/changes/", include("samsyn.web.changes.urls")),
    path("partnerships/<slug:slug>/matters/", include("samsyn.web.matters.urls")),
    path("partnerships/<slug:slug>/placements/", include("samsyn.web.placements.urls")),
    path("partnerships/<slug:slug>/tallies/", include("samsyn.web.tallies.urls")),
    path("partnerships/<slug:slug>/support/", include("samsyn.web.support.urls")),
    path("partnerships/<slug:slug>/occasions/", include("samsyn.web.occasions.urls")),
    path("partnerships/<slug:slug>/roster/", include("samsyn.web.roster.urls")),
    path("mine/", mine, name="mine"),
    path("partnerships/<slug:slug>/roster/shifts/", include("samsyn.web.shifts.urls")),
    path("partnerships/<slug:slug>/contributions/", include("samsyn.web.contributions.urls")),
    path("partnerships/<slug:slug>/incidents/", include("samsyn.web.incidents.urls")),
    path("partnerships/<slug:slug>/surveys/", include("samsyn.web.surveys.urls")),
    path("partnerships/<slug:slug>/books/", include("samsyn.web.books.urls")),
    path("partnerships/<slug:slug>/funders/", include("samsyn.web.funders.urls")),
    path("partnerships/<slug:slug>/statements/", include("samsyn.web.statements.urls")),
    path("partnerships/<slug:slug>/invoices/", include("samsyn.web.invoices.urls")),
    path("partnerships/<slug:slug>/claims/", include("samsyn.web.claims.urls")),
    path("partnerships/<slug:slug>/indicators/", include("samsyn.web.indicators.urls")),
    path("partnerships/<slug:slug>/theory/", include("samsyn.web.theory.urls")),
    path("partnerships/<slug:slug>/releases/", include("samsyn.web.releases.urls")),
    path("partnerships/<slug:slug>/reports/", include("samsyn.web.reports.urls")),
    path("partnerships/<slug:slug>/insight/", include("samsyn.web.insight.urls")),
    path("partnerships/<slug:slug>/publication/", include("samsyn.web.publication.urls")),
    path("partnerships/<slug:slug>/steering/", include("samsyn.web.steering.urls")),
    path("partnerships/<slug:slug>/documents/", include("samsyn.web.documents.urls")),
    path("partnerships/<slug:slug>/contacts/", include("samsyn.web.contacts.urls")),
    path("partnerships/<slug:slug>/history/", include("samsyn.web.history.partnership_urls")),
    path("partnerships/<slug:slug>/", include("samsyn.web.beds.urls")),
    path("partnerships/<slug:slug>/bodies/", include("samsyn.web.partnerships.urls")),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.landing, name="landing"),
    path("", include("samsyn.web.ui.urls")),
    path("almanac/", views.almanac, name="almanac"),
    path("accounts/", include("samsyn.web.signin.urls")),
    path("as/<slug:organisation>/", include(acting)),
    path("feeds/<slug:secret>.ics", feed, name="feed"),
    path("feeds/shifts/<slug:secret>.ics", shifts_feed, name="shifts_feed"),
    path("pad/", include("samsyn.web.tallies.pad_urls")),
    path("open/", include("samsyn.web.publication.open_urls")),
    path("answer/<slug:code>/", include("samsyn.web.surveys.door_urls")),
    path("own/<slug:secret>/", own_page.mine, name="own_page"),
    path("own/<slug:secret>/questions/", own_page.assess, name="own_questions"),
    path("own/<slug:secret>/consents/<uuid:consent>/withdraw/", own_page.withdraw, name="own_withdraw"),
]

if settings.SAMSYN_DEMO:
    urlpatterns.append(path("demo/", include("samsyn.web.signin.demo_urls")))

handler400 = "samsyn.web.project.views.refused"
# What one may not do does not exist either.
handler403 = "samsyn.web.project.views.not_found"
handler404 = "samsyn.web.project.views.not_found"
handler429 = "samsyn.web.project.views.too_many"
handler500 = "samsyn.web.project.views.broken"
