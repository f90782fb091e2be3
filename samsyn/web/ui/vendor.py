"""Where the front-end libraries of node_modules are served from; they are never copied into the project."""

from pathlib import Path

_FOLDERS = {
    "vendor/designsystemet/theme": "@digdir/designsystemet-css/dist/theme",
    "vendor/designsystemet/css": "@digdir/designsystemet-css/dist/src",
    "vendor/source-sans-3": "@fontsource-variable/source-sans-3",
    "vendor/htmx": "htmx.org/dist",
    "vendor/idb": "idb/build",
    "vendor/workbox-core": "workbox-core/build",
    "vendor/workbox-precaching": "workbox-precaching/build",
    "vendor/workbox-routing": "workbox-routing/build",
    "vendor/workbox-strategies": "workbox-strategies/build",
}


def static_folders(node_modules: Path) -> list[tuple[str, str]]:
    """Entries for STATICFILES_DIRS: (prefix in the address, folder on disk)."""
    return [(prefix, str(node_modules / folder)) for prefix, folder in _FOLDERS.items()]
