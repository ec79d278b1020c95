"""A fake of OpenAI's Images API: shapes from openai 3.57 (images.generate, images.edit, streams). `compatible` is the same, less strict."""

from __future__ import annotations

import base64
import json
import re

from services.desk import KEY, Call, Desk, Reply, opened, paint, shown

USAGE = {"input_tokens": 50, "input_tokens_details": {"text_tokens": 10, "image_tokens": 40}, "output_tokens": 1000, "total_tokens": 1050}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="red"/></svg>'


class FakeOpenAI(Desk):
    prefix = "/v1"
    strict = True

    def routes(self):
        return [("POST", "/v1/images/generations", self.generate), ("POST", "/v1/images/edits", self.edit), ("GET", "/v1/models", self.models)]

    def models(self, call: Call) -> Reply:
        return self.locked(call) or Reply(200, {"object": "list", "data": [{"id": "gpt-image-2", "object": "model", "created": 1, "owned_by": "openai"}]})

    def locked(self, call: Call) -> Reply | None:
        if call.headers.get("authorization") != f"Bearer {KEY}":
            return failed(401, f"Incorrect API key provided: {KEY[:8]}", "invalid_api_key")
        return None

    def generate(self, call: Call) -> Reply:
        return self.locked(call) or self.made(call.json, [], "image_generation")

    def edit(self, call: Call) -> Reply:
        if refusal := self.locked(call):
            return refusal
        form = call.form
        given = [*form.get("image", []), *form.get("image[]", [])]
        if not given:
            return failed(400, "image is required", "missing_required_parameter")
        if "mask" in form:
            mask = opened(form["mask"][0])
            if mask.ndim != 3 or mask.shape[2] != 4 or mask.shape[:2] != opened(given[0]).shape[:2]:
                return failed(400, "the mask must have an alpha channel, and the size of the image", "invalid_image")
            self.edits.append(mask[..., 3] == 0)  # transparent = edit
        asked = {name: values[0] for name, values in form.items() if isinstance(values[0], str)}
        return self.made(
            {**asked, "stream": asked.get("stream") == "true", "partial_images": int(asked.get("partial_images", 0))},
            [shown(one) for one in given],
            "image_edit",
        )

    def made(self, asked: dict, pictures: list, kind: str) -> Reply:
        known = {
            "model",
            "prompt",
            "n",
            "size",
            "output_format",
            "quality",
            "moderation",
            "background",
            "complexity",
            "stream",
            "partial_images",
            "output_compression",
            "user",
        }
        if self.strict and set(asked) - known:
            return failed(400, f"Unknown parameter: '{sorted(set(asked) - known)[0]}'.", "unknown_parameter")
        if "refuse-this-prompt" in asked["prompt"]:
            return failed(400, "Your request was rejected by the safety system.", "moderation_blocked", kind="image_generation_user_error")
        width, height = map(int, asked.get("size", "1024x1024").split("x"))
        self.billed.append(asked["prompt"])
        salt = asked.get("seed", len(self.billed) if self.strict else 0)
        final = base64.b64encode(SVG if "a-drawing" in asked["prompt"] else paint(asked["prompt"], width, height, salt, pictures)).decode()
        if not asked.get("stream"):
            return Reply(
                200, {"created": 1, "data": [{"b64_json": final}], "usage": USAGE, "size": f"{width}x{height}", "output_format": "png", "quality": "low"}
            )
        early = base64.b64encode(paint("early", width, height)).decode()
        common = {"created_at": 1, "size": f"{width}x{height}", "quality": "low", "background": "opaque", "output_format": "png"}
        partials = 1 if "early-end" in asked["prompt"] else asked["partial_images"]  # the last event may come before all partials
        events = [{"type": f"{kind}.partial_image", "partial_image_index": k, "b64_json": early, **common} for k in range(partials)]
        events.append({"type": f"{kind}.completed", "b64_json": final, "usage": USAGE, **common})
        if "break-half-way" in asked["prompt"]:
            events[-1] = {"type": "error", "error": {"message": "the server had an error", "type": "server_error", "code": None, "param": None}}
        return Reply(body="".join(f"event: {one['type']}\ndata: {json.dumps(one)}\n\n" for one in events) + "data: [DONE]\n\n", type="text/event-stream")


class FakeCompatible(FakeOpenAI):
    """A server of somebody's own: needs no key, takes a seed, answers with addresses."""

    strict = False

    def locked(self, call: Call) -> Reply | None:
        return None

    def made(self, asked: dict, pictures: list, kind: str) -> Reply:
        reply = super().made(asked, pictures, kind)
        if reply.type == "application/json" and reply.status == 200:
            reply.body["data"] = [{"url": self.put(base64.b64decode(one["b64_json"]))} for one in reply.body["data"]]
        return reply


class FakeSdServer(Desk):
    """stable-diffusion.cpp's sd-server, from examples/server/main.cpp: five fields are read, the rest is dropped; more comes inside the prompt."""

    prefix = "/v1"

    def __init__(self):
        super().__init__()
        self.made_with: list[dict] = []

    def routes(self):
        return [("POST", "/v1/images/generations", self.generate), ("POST", "/v1/images/edits", self.edit), ("GET", "/v1/models", self.models)]

    def models(self, call: Call) -> Reply:
        return Reply(200, {"object": "list", "data": [{"id": "sd-cpp-local", "object": "model", "owned_by": "local"}]})

    def generate(self, call: Call) -> Reply:
        return self.made(call.json, [])

    def edit(self, call: Call) -> Reply:
        form = call.form
        if not form.get("image[]"):
            return Reply(400, {"error": "at least one image[] required"})
        if "mask" in form:
            mask = opened(form["mask"][0])
            self.edits.append((mask if mask.ndim == 2 else mask[..., 0]) > 127)
        return self.made({name: values[0] for name, values in form.items()}, [shown(one) for one in form["image[]"]])

    def made(self, asked: dict, pictures: list) -> Reply:
        mark = re.search(r"<sd_cpp_extra_args>(.*?)</sd_cpp_extra_args>", asked["prompt"])
        more, prompt = json.loads(mark[1]) if mark else {}, re.sub(r"<sd_cpp_extra_args>.*?</sd_cpp_extra_args>", "", asked["prompt"])
        if not prompt.strip():
            return Reply(400, {"error": "prompt required"})
        width, height = map(int, asked.get("size", "512x512").split("x"))
        self.made_with.append({"prompt": prompt, **more})
        picture = base64.b64encode(paint(prompt, width, height, more.get("seed", 42), pictures)).decode()
        return Reply(200, {"created": "2026-11-29T00:00:00Z", "data": [{"b64_json": picture}], "output_format": asked["output_format"]})


def failed(status: int, message: str, code: str, kind: str = "invalid_request_error") -> Reply:
    return Reply(status, {"error": {"message": message, "type": kind, "param": None, "code": code}})
