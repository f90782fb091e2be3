import sys

from samsyn.web.ui.translation import catalogue


def main() -> int:
    if "--check" in sys.argv[1:]:
        found = catalogue.faults()
        sys.stdout.writelines(f"{fault}\n" for fault in found)
        return 1 if found else 0
    lacking = catalogue.update()
    sys.stdout.write(f"{catalogue.ENGLISH.relative_to(catalogue.ROOT)}: {lacking} without English\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
