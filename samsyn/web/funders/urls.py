"""Under /as/<organisation>/partnerships/<slug>/funders/: who else pays, and what may not be paid twice."""

from django.urls import path

from samsyn.web.funders.views import aid, clash, page, shares, vouchers

app_name = "funders"
urlpatterns = [
    path("", page.home, name="home"),
    path("add/", shares.add, name="add"),
    path("put-forward/", shares.put_forward, name="put_forward"),
    path("shares/<uuid:share>/take-back/", shares.take_back, name="take_back"),
    path("vouchers/", vouchers.listed, name="vouchers"),
    path("vouchers/<uuid:cost>/", vouchers.behind, name="behind"),
    path("clashes/<int:year>/<slug:mark>/", clash.show, name="show"),
    path("aid/add/", aid.add, name="add_aid"),
    path("aid/<uuid:aid>/take-back/", aid.take_back, name="take_back_aid"),
]
