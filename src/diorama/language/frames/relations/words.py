"""Words of place: sides, verbs that put and stay, parts of a body that hold."""

from __future__ import annotations

WEARS = frozenset(("wear", "sport", "don"))
"""Verbs whose object is on who does it."""


ON_OVER = frozenset((
    "spill", "cascade", "drape", "hang", "throw", "sling", "climb", "fall", "scatter", "spread", "lay", "toss", "tumble", "flow", "sprawl", "strew",
    "pour", "sprinkle", "crawl", "walk", "run",
))  # fmt: skip
"""Verbs with which "over" is "on"."""


STOOPS = frozenset(("bend", "hunch", "stoop", "lean", "bow", "crouch", "double"))
"""Verbs of who is over a thing and beside it, not on it: "hunched over a laptop"."""


STAYS = frozenset((
    "sit", "stand", "lie", "rest", "hang", "lean", "perch", "nestle", "be", "remain", "stack", "situate", "locate", "display", "appear", "float",
    "hover", "tower", "loom", "sprawl", "hide", "stick", "trap", "tangle", "wedge", "huddle", "shelter", "park", "moor",
    "stretch", "suspend", "pile", "surround", "flank", "line",
))  # fmt: skip
"""Verbs that only say that something is there."""


PUTS = frozenset((
    "put", "place", "set", "arrange", "lay", "hang", "leave", "drape", "throw", "toss", "pin", "tape", "lock", "park", "stack", "lean", "prop",
    "position", "mount", "balance", "spread", "scatter", "keep", "fit", "tuck", "spray", "plant", "pour", "drop", "see", "find", "fix",
))  # fmt: skip
"""Verbs whose object is what is put there."""


SETS = frozenset(("sit", "stand", "seat", "perch", "rest", "float"))
"""Verbs of what one does oneself, which with an object put that there: "sits her doll on a chair"."""


OUT_OF = frozenset(("peek", "peep", "peer", "poke", "stick", "lean", "look", "climb", "crawl", "emerge", "pop", "rise", "hatch", "grow"))
"""Verbs of who is still in what they come out of."""


FASTENED = {
    "cling": "near",
    "tie": "near", "moor": "near", "chain": "near", "tether": "near", "hitch": "near", "leash": "near", "tape": "on", "pin": "on", "nail": "on",
    "fix": "on", "attach": "on", "fasten": "on", "glue": "on", "screw": "on", "bolt": "on",
}  # fmt: skip
"""What "tied to", "taped to" is of where a thing is."""


AT_PLAY = frozenset(("play", "toy", "fiddle", "tinker", "wrestle"))
"""Deeds done with what is near."""


AT_WORK = frozenset((
    "type", "write", "work", "operate", "draw", "play", "cook", "focus", "concentrate", "feed", "feast", "chew", "nibble", "knock", "paint", "dine", "tap",
))  # fmt: skip
"""Deeds done on what one is at."""


HOLDING = frozenset(("hand", "arm", "paw", "finger", "mouth", "beak", "bill", "claw", "talon", "fist", "teeth", "tooth", "lip", "jaw", "palm", "grip", "grasp"))


SENT = frozenset(("point", "aim", "shout", "yell", "laugh", "bark", "growl", "hiss", "speak", "talk", "whisper", "sing", "scream", "blow", "nod", "signal"))
"""Verbs of what reaches further than the hand: "points at a board", "shouts into a phone"."""


BEARING = frozenset(("lap", "knee", "shoulder", "back", "head", "thigh", "leg", "chest", "foot", "palm", "stomach", "belly"))
"""Parts of a body in which things are held, and on which they lie."""
SEATED = frozenset(("lap", "knee", "thigh"))
"""Those of who sits: "a laptop on her knees"."""


PERCHES = frozenset(("arm", "hand", "nose", "antler", "horn", "wing", "finger"))
"""Parts of a body that bear what is on them, where it is said whose they are."""


COILS = frozenset(("coil", "wrap", "wind", "curl", "twine"))
"""What is so around a thing is all round it."""


LEASHES = frozenset(("leash", "lead", "rope", "rein", "reins", "halter", "tether"))
"""By what animals are led."""


CORDS = frozenset(("chain", "string", "cord", "leash", "lead", "rope", "strap", "ribbon", "thread"))
"""What a thing is "on" that hangs by it: "a monocle on a thin chain"."""


NEARBY = frozenset((
    "push", "pull", "feed", "pet", "stroke", "kick", "lead", "approach", "repair", "mend", "polish", "tend", "paint", "water", "wash", "clean", "drag",
    "herd", "walk", "serve", "greet", "attack", "hug", "kiss", "touch", "sniff", "milk", "groom", "meet", "drive", "shear",
    "stir", "light", "blow", "sell", "bandage", "tie", "slice", "weigh", "knead", "brush", "comb", "pat", "scratch", "caress", "cuddle", "snuggle", "bathe",
    "haul", "tow", "tug", "yank", "heave", "shove", "wheel", "roll", "tickle",
))  # fmt: skip
"""Deeds done to what is near."""


PLACED = {
    "wall": ("on", "against", "near", "beside", "leaning_on", "hanging_from", "in_front_of"), "window": ("under", "beside", "near", "in_front_of",
    "behind", "against", "on"), "windowsill": ("on", "under"), "sky": ("in", "under", "against"),
    "ceiling": ("hanging_from", "on", "under"), "water": ("on", "in", "above", "beside", "near"),
}  # fmt: skip
"""Relations that a part of a place can have; all else has "on" and "in"."""
