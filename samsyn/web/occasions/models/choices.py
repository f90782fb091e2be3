"""What an activity can be, and which figure a head at it belongs to: the words of the terms."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    OPEN = "open", _("öppen för den som kommer")
    GROUP = "group", _("grupp som träffas")
    LECTURE = "lecture", _("föreläsning")
    SUPERVISION = "supervision", _("handledning")
    TRAINING = "training", _("utbildning för personalen")
    SEMINAR = "seminar", _("gemensamt seminarium")


class Figure(models.TextChoices):
    """Four figures that are never added to each other."""

    ATTENDANCE = "attendance", _("närvarande")
    PARTICIPANTS = "participants", _("deltagare")
    REACHED = "reached", _("nådda")
    STAFF = "staff", _("personal")


class Sex(models.TextChoices):
    WOMAN = "woman", _("kvinna")
    MAN = "man", _("man")
    OTHER = "other", _("annat")
    NOT_STATED = "not_stated", _("inte uppgivet")
