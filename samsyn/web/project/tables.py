"""A capability's tables, made together.

operations = [CreateModels([CreateModel("Device", fields=[…], options={…}), CreateModel("Event", …)])]
"""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState


class CreateModels(Operation):
    """As so many CreateModel, each of which has Django build every model anew that hangs together with its own.

    Here nearly all do, by organisation and partnership: one by one they were ten seconds of a new database's fifteen.
    Constraints and indexes stand in `options` for the same reason, and models may point at those below them.
    """

    category = OperationCategory.ADDITION

    def __init__(self, models: Sequence[CreateModel]) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        built = state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)
        if built is not None:
            state.__dict__["apps"] = built
            state.reload_models([(app_label, model.name_lower) for model in self.models], delay=False)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Create {', '.join(model.name for model in self.models)}"
