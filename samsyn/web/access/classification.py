"""Who may see what about grants."""

from django.utils.translation import gettext_lazy as _

from samsyn.web.privacy.classes import Audience, Controller, Retention, classify

classify(
    "access.Grant",
    purpose=_("Att kunna visa vem som har fått se vad, på vilken grund och hur länge."),
    basis=_("Överenskommelsen, lag eller samtycke, angivet på varje rad"),
    controller=Controller.OWNER,
    retention=Retention(_("Bevaras så länge överenskommelsen bevaras."), "OSL 10 kap. och GDPR art. 5.2"),
    fields={
        Audience.GRANTED: "id partnership owner recipient scope basis basis_reference since until",
    },
    owner="owner_id",
)
