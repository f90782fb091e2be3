from django.apps import AppConfig


class ShiftsConfig(AppConfig):
    name = "samsyn.web.shifts"
    label = "shifts"

    def ready(self) -> None:
        from samsyn.web.occasions import staffing
        from samsyn.web.roster.presenters import ways
        from samsyn.web.shifts.queries.staffing import staffing_of
        from samsyn.web.shifts.ways import own_place, place_for

        staffing.register(staffing_of)
        ways.register("shifts", place_for)
        ways.register_own("shifts", own_place)
