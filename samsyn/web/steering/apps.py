from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "samsyn.web.steering"
    label = "steering"
