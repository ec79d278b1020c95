"""Colours by which words tell how letters look."""

TONES = (
    r"(?:red|green|blue|white|black|yellow|orange|purple|pink|grey|gray|gold|silver|navy|teal|cream|brown|coral|turquoise"
    r"|rainbow|multi-?coloured)"
)
