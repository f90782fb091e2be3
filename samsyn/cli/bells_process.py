"""The process that rings the bells of `samsyn/web/project/schedule.py`: what happens unasked, at night."""

import signal

from samsyn.cli.granian_process import end_with_parent


def ring() -> None:
    """Until SIGTERM; also when the command that started it is killed without a chance to say so."""
    end_with_parent(signal.SIGTERM)
    from django.core.management import call_command

    from samsyn.cli.installation import settle_django

    settle_django()
    # One bell at a time is enough; what has rung well is not kept in the queue.
    call_command("procrastinate", "worker", "--concurrency=1", "--delete-jobs=successful")


if __name__ == "__main__":
    ring()
