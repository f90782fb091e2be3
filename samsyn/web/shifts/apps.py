from django.apps import AppConfig


class ShiftsConfig(AppConfig):
    name = "samsyn.web.shifts"
    label = "shifts"

    def ready(self) -> None:
        from samsyn.web.obligations import daily
        from samsyn.web.occasions import followers, staffing
        from samsyn.web.roster.presenters import ways
        from samsyn.web.shifts.actions.following import call_off, move_along
        from samsyn.web.shifts.daily import own_tasks
        from samsyn.web.shifts.queries.staffing import staffing_of
        from samsyn.web.shifts.ways import own_place, place_for

        daily.register_own(own_tasks)
        staffing.register(staffing_of)
        followers.register(followers.Follower(moved=move_along, cancelled=call_off))
        ways.register("shifts", place_for)
        ways.register_own("shifts", own_place)
