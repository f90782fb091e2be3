"""How wide a text is in Source Sans 3, so that labels can be laid out without a browser.

The figures are advance widths in thousandths of the type size at weight 400 and 640. Kerning is left
out, and a character that is not listed counts a whole type size, so that the answer errs on the wide side.
"""

_REGULAR = {
    200: " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", 241: "|", 246: "i", 247: "j", 249: "',.:;·’",
    255: "l", 263: "I", 289: "!", 292: "f", 303: "()[]{}", 311: "-", 331: "°", 338: "t", 347: "r",
    350: "/\\", 418: "*", 419: "s", 425: "?z", 426: '"”', 429: "«»", 446: "x", 456: "c", 467: "vy",
    476: "Y", 479: "J", 480: "–", 486: "L", 494: "F", 495: "k", 496: "eé",
    497: "#$+0123456789<=>^~§×€\N{MINUS SIGN}", 500: "_", 504: "agåä", 513: "X", 515: "V", 527: "EÉ",
    534: "S", 536: "T", 539: "Z", 542: "`oö", 543: "A", 544: "huÅÄü", 547: "n", 553: "b", 555: "dpq",
    566: "P", 569: "R", 571: "C", 579: "K", 588: "B", 609: "&", 615: "D", 617: "G", 645: "UÜ", 647: "N",
    652: "H", 664: "OQÖ", 719: "w", 727: "M", 786: "W", 800: "—", 824: "%", 829: "m", 847: "@",
    948: "…",
}  # fmt: skip
_BOLD = {
    200: " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", 260: "|", 268: "i", 269: "j", 277: "l",
    285: "',.:;·’", 290: "I", 325: "!", 326: "-f", 332: "()[]{}", 342: "/\\", 355: "°", 370: "t",
    383: "r", 436: "s", 445: "*", 450: "z", 452: "?", 464: "c", 465: "«»", 480: "–", 494: "x",
    500: "J_", 504: '"”', 505: "y", 506: "v", 508: "L", 511: "Yeé", 516: "F",
    519: "#$+0123456789<=>^~§×€\N{MINUS SIGN}", 520: "aåä", 526: "g", 532: "k", 541: "Z", 542: "EÉ",
    544: "V", 549: "S", 550: "T", 551: "X`oö", 561: "uü", 563: "h", 564: "AÅÄ", 565: "n", 567: "b",
    568: "dpq", 578: "C", 588: "P", 600: "BR", 604: "K", 629: "D", 632: "G", 650: "&", 659: "UÜ",
    660: "N", 667: "H", 678: "OQÖ", 752: "M", 759: "w", 800: "—", 805: "W", 848: "%", 849: "m",
    886: "@", 970: "…",
}  # fmt: skip

_REGULAR_BY_CHARACTER = {character: width for width, letters in _REGULAR.items() for character in letters}
_BOLD_BY_CHARACTER = {character: width for width, letters in _BOLD.items() for character in letters}
_UNKNOWN = 1000


def text_width(content: str, size: float, bold: bool = False) -> float:
    """Width in the same unit as size."""
    table = _BOLD_BY_CHARACTER if bold else _REGULAR_BY_CHARACTER
    return sum(table.get(character, _UNKNOWN) for character in content) * size / 1000


def wrapped(content: str, size: float, room: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than room; a single word that is wider is cut at a hyphen of our own.

    No piece of a cut word is shorter than three letters, where there is room for that.
    """
    lines: list[str] = []
    current = ""
    for word in content.split():
        for piece in _pieces(word, size, room, bold):
            joined = f"{current} {piece}" if current else piece
            if text_width(joined, size, bold) <= room:
                current = joined
                continue
            if current:
                lines.append(current)
            current = piece
    return [*lines, current] if current else lines


def _pieces(word: str, size: float, room: float, bold: bool) -> list[str]:
    pieces = []
    while text_width(word, size, bold) > room and len(word) > 2:
        longest = max(len(word) - 3, 1)
        cut = next((n for n in range(longest, 0, -1) if text_width(f"{word[:n]}-", size, bold) <= room), 1)
        pieces.append(f"{word[:cut]}-")
        word = word[cut:]
    return [*pieces, word]
