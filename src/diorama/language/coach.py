"""What a photographer's brief would still say: layers not given, and what to add, by the kind of picture."""

from __future__ import annotations

from diorama.language.draft import Draft
from diorama.language.model import LAYERS

EXAMPLE = {
    "subject": {
        "landscape": "a lone pine tree in the foreground", "interior": "a green velvet armchair and a brass floor lamp",
        "product": "a frosted glass perfume bottle with the label \"LUMEN\"",
        "street": "a vintage red bicycle", None: "a stoneware mug beside an open book",
    },
    "environment": {
        "product": "on white marble, white seamless background", "still_life": "on a linen tablecloth by a window",
        "landscape": "a mountain lake with slight haze on the hills",
        "interior": "in a living room with tall windows", "portrait": "in a bright cafe at noon", "vehicle": "on a rain-wet street",
        None: "on a walnut table",
    },
    "lighting": {
        "product": "large softbox from above, natural shadow", "still_life": "soft window light from the left",
        "landscape": "fog-softened early morning light",
        "interior": "blue hour, warm tungsten light", "portrait": "diffused light from the left, warm fill from the right",
        "street": "late afternoon sun from the right, long shadows", None: "golden afternoon light from the left",
    },
    "camera": {
        "product": "100mm macro f/4", "still_life": "85mm f/1.8, shallow depth of field", "landscape": "24mm wide-angle f/8",
        "interior": "28mm f/5.6", "portrait": "85mm f/1.8",
        "street": "35mm f/5.6, eye level", None: "50mm f/2.8",
    },
}  # fmt: skip
SAYS = {
    "subject": "nothing is named that could be in the frame", "environment": "no setting or background is named",
    "lighting": "no light is described: direction, quality, colour",
    "camera": "no lens, angle or depth of field is named",
}  # fmt: skip


def coach(draft: Draft) -> None:
    for layer in LAYERS:
        if layer in draft.given or layer == "subject" and draft.genre == "landscape":
            continue
        example = EXAMPLE[layer].get(draft.genre, EXAMPLE[layer][None])
        draft.say("help", f"missing-{layer}", SAYS[layer], None, f"for example: {example}")
    environment = draft.environment
    if draft.genre == "landscape" and not environment.get("haze") and "weather" not in environment:
        draft.say(
            "help",
            "no-atmosphere",
            "a landscape without atmosphere looks flat",
            None,
            "add weather or air: 'slight haze on the hills', 'morning mist', 'storm clouds'",
        )
    vague = {d.code for d in draft.diagnostics} & {"too-abstract"}
    if not vague and len(draft.prompt.split()) <= 3 and len(draft.given) <= 1:
        draft.say(
            "help", "too-abstract", "so few words leave nearly everything open", None, "name a subject, its surroundings, the light and the lens"
        )
