from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "samsyn.web.placements"
    label = "placements"
