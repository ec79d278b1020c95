"""ComfyUI: no text but the graph that was run. The sampler that began the picture is found, and its inputs are followed to words, size, seed and model.

prompt = {"3": {"class_type": "KSampler", "inputs": {"seed": 5, "positive": ["6", 0], …}}, "6": {"class_type": "CLIPTextEncode", "inputs": {"text": …}}, …}
An input is a value or a link [node, output]. Nodes inside of others have ids such as "57:6". In WebP the graph stands in EXIF's Model, in
Civitai's JPEG files in UserComment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from diorama.image.metadata import exif
from diorama.image.metadata.data import loads
from diorama.image.metadata.importers.told import Told, name, obj, side, whole
from diorama.image.metadata.texts import Texts

Node = dict[str, Any]

DEEPEST = 60
"""Links that are followed from one node."""
PIPES = ("guider", "pipe")
"""Inputs that bring several things at once: words of both roles, a model."""
SAMPLERS = ("positive", *PIPES, "conditioning")
"""A node with one of these inputs, and with a latent one or a pipe that brings it, samples."""
LATENTS = ("latent_image", "latent", "samples", "pipe")
WIDTHS, HEIGHTS = ("width", "empty_latent_width"), ("height", "empty_latent_height")
TEXTS = (
    "text", "text_g", "text_l", "t5xxl", "clip_l", "clip_g", "prompt", "string", "value", "string_a", "string_b", "text_a", "text_b", "text_c", "text_d",
    "wildcard_text",
)  # fmt: skip
"""Inputs that hold words; the same with a number behind them too."""
PASSED = ("conditioning", "cond", *PIPES, "any", "input", "source", "samples", "output", "")
"""Inputs that words come through; the same with anything behind them."""
OTHER = {"positive": "negative", "negative": "positive"}
SILENT = ("ConditioningZeroOut",)
"""Nodes behind which words count no more."""
SEEDS, MODELS = ("seed", "noise_seed", "value", "int", "number"), ("ckpt_name", "unet_name", "model_name", "base_ckpt_name", "gguf_name", "checkpoint")
SETTINGS = ("steps", "cfg", "sampler_name", "scheduler", "denoise")


def read(texts: Texts) -> Told | None:
    graph, workflow = (_part(texts, key, tag) for key, tag in (("prompt", exif.MODEL), ("workflow", exif.MAKE)))
    graph = graph or obj(texts.parameters)
    nodes = {key: node for key, node in graph.items() if isinstance(node, dict) and isinstance(node.get("inputs"), dict) and "class_type" in node}
    if not nodes:
        return Told(tool="ComfyUI", more={"comfyui_workflow": workflow}) if isinstance(workflow.get("nodes"), list) and "links" in workflow else None
    raw = {"comfyui": graph} | ({"comfyui_workflow": workflow} if workflow else {})
    return Graph(nodes).told(raw)


def _part(texts: Texts, key: str, tag: int) -> dict[str, Any]:
    found = obj(texts.named.get(key, ""))
    if found:
        return found
    begins, _, text = texts.exif.get(tag, "").partition(":")
    data = loads(text) if begins.strip().lower() == key else None
    return data if isinstance(data, dict) else {}


class Graph:
    """The graph of one picture."""

    def __init__(self, nodes: dict[str, Node]):
        self.nodes = nodes

    def told(self, raw: dict[str, Any]) -> Told:
        sampler = self._sampler()
        if sampler is None:
            every = dict.fromkeys(text for node in self.nodes.values() for text in self._own(node, "positive", ()))
            return Told(tool="ComfyUI", prompt="\n".join(every) or None, more=raw)
        latent = self._first(sampler, LATENTS)
        width, height = (side(self._along(latent, keys)) for keys in (WIDTHS, HEIGHTS))
        settings = {key: value for key in SETTINGS if not isinstance(value := sampler["inputs"].get(key), list | None)}
        return Told(
            tool="ComfyUI", prompt=self._words(sampler, "positive"), negative_prompt=self._words(sampler, "negative"), width=width, height=height,
            seed=self._seed(sampler), model=name(self._along(sampler, MODELS, ("model", *PIPES))), more={**settings, **raw},
        )  # fmt: skip

    # ── where it began ──

    def _sampler(self) -> Node | None:
        """The sampler nearest to where the picture began; of several (two passes, a refiner) the one that all others come from."""
        found = [node for node in self._upstream(self._ends()) if self._samples(node)]
        return next((node for node in reversed(found) if self._words(node, "positive")), found[-1] if found else None)

    def _ends(self) -> list[Node]:
        """Nodes whose output nobody takes: what saves or shows the picture, first of all."""
        taken = {str(link[0]) for node in self.nodes.values() for link in node["inputs"].values() if _is_link(link)}
        ends = [node for key, node in self.nodes.items() if key not in taken]
        saved = [node for node in ends if "save" in str(node["class_type"]).lower()]
        return saved or ends or list(self.nodes.values())

    def _upstream(self, ends: Sequence[Node]) -> list[Node]:
        """All nodes that these come from, nearest first."""
        found, level = {id(node): node for node in ends}, list(ends)
        while level:
            level = [node for one in level for link in one["inputs"].values() if (node := self._at(link)) is not None and id(node) not in found]
            level = list({id(node): node for node in level}.values())
            found |= {id(node): node for node in level}
        return list(found.values())

    def _samples(self, node: Node) -> bool:
        inputs = node["inputs"]
        return any(_is_link(inputs.get(key)) for key in SAMPLERS) and any(key in inputs for key in LATENTS)

    # ── words ──

    def _words(self, node: Node, role: str) -> str | None:
        """The words that reach a sampler as its positive or negative ones, each once."""
        start = self._at(node["inputs"].get(role))
        if start is None and role == "positive":
            start = self._first(node, (*PIPES, "conditioning"))
        elif start is None and (pipe := self._first(node, PIPES)) is not None and ("negative" in pipe["inputs"] or "pipe" in node["inputs"]):
            start = pipe
        return "\n".join(dict.fromkeys(self._texts(start, role, ()))) or None if start else None

    def _texts(self, node: Node | None, role: str, seen: tuple[int, ...]) -> Iterator[str]:
        """Words of a node, or of those that it takes them from."""
        if node is None or id(node) in seen or len(seen) > DEEPEST or node["class_type"] in SILENT:
            return
        seen = (*seen, id(node))
        own = list(self._own(node, role, seen))
        if own:
            delimiter = node["inputs"].get("delimiter", node["inputs"].get("separator"))
            yield from [delimiter.join(own)] if isinstance(delimiter, str) and len(own) > 1 else own
            return
        for key, value in node["inputs"].items():
            if key != OTHER[role] and (key == role or key.lower().startswith(PASSED[:-1]) or key == ""):
                yield from self._texts(self._at(value), role, seen)

    def _own(self, node: Node, role: str, seen: tuple[int, ...]) -> Iterator[str]:
        """What stands in a node's text inputs, or is linked to them; of a template what it became."""
        inputs = node["inputs"]
        if isinstance(inputs.get("populated_text"), str):
            inputs = {"text": inputs["populated_text"]}
        for key, value in inputs.items():
            plain = key.lower().rstrip("0123456789").rstrip("_")
            if OTHER[role] in plain or not (plain in TEXTS or (role in plain and not _is_link(value)) or f"text_{role}" == plain):
                continue
            if isinstance(value, str) and value.strip():
                yield value.strip()
            elif _is_link(value):
                yield from self._texts(self._at(value), role, seen)

    # ── numbers and names ──

    def _seed(self, sampler: Node) -> int | None:
        inputs = sampler["inputs"]
        for key in ("seed", "noise_seed", "noise", "pipe"):
            found = inputs.get(key) if not _is_link(inputs.get(key)) else self._along(self._at(inputs[key]), SEEDS)
            if whole(found) is not None:
                return whole(found)
        return None

    def _along(self, node: Node | None, keys: Sequence[str], through: Sequence[str] = ()) -> Any:
        """The first value of such a name in a node or those it comes from (through the inputs named; through any, without)."""
        level, seen = [node] if node else [], set()
        for _ in range(DEEPEST):
            for one in level:
                seen.add(id(one))
                for key in keys:
                    value = one["inputs"].get(key)
                    if value is not None and not isinstance(value, list | dict):
                        return value
                    if _is_link(value) and (found := self._along(self._at(value), (key, *SEEDS))) is not None:
                        return found
            links = [link for one in level for key, link in one["inputs"].items() if not through or key in through]
            level = [up for link in links if (up := self._at(link)) is not None and id(up) not in seen]
        return None

    def _first(self, node: Node, keys: Sequence[str]) -> Node | None:
        return next((found for key in keys if (found := self._at(node["inputs"].get(key))) is not None), None)

    def _at(self, link: Any) -> Node | None:
        """The node that a link comes from."""
        return self.nodes.get(str(link[0])) if _is_link(link) else None


def _is_link(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], str | int) and isinstance(value[1], int)
