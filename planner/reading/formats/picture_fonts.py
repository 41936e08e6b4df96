"""Signs of picture fonts: bullets, arrows, and what marks a cell (ECMA-376 part 1, 17.3.3.30)."""

_PICTURES = {"wingdings": {0x78: "x", 0xFB: "x", 0xFC: "x", 0xFD: "x", 0xFE: "x", 0xE0: "→"},
             "wingdings 2": dict.fromkeys((0x4F, 0x50, 0x51, 0x52, 0x53, 0x54), "x"),
             "symbol": {0xB7: "-", 0xB3: "≥", 0xA3: "≤", 0xAE: "→"}}  # fmt: skip


def is_picture_font(font: str) -> bool:
    return font.lower() in _PICTURES


def picture(code: int, font: str) -> str:
    """What a sign of a picture font means; "" for mere ornaments, as for an empty box."""
    return _PICTURES.get(font.lower(), {}).get(code & 0xFF, "")
