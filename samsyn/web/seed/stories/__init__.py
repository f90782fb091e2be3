"""What has happened in a twin, told only through the actions of each capability, day by day.

`story.toml` beside `twin.toml` says what is special about it; meetings, evidence and contacts follow from the terms.
"""

from samsyn.web.seed.stories.telling import Untold, tell_stories

__all__ = ["Untold", "tell_stories"]
