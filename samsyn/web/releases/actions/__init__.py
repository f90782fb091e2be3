"""What can happen to releases, one file per act. Importing this makes the acts known to the history."""

from samsyn.web.releases.actions.compiling import compile_figures
from samsyn.web.releases.actions.letting import preview, release, release_part

__all__ = ["compile_figures", "preview", "release", "release_part"]
