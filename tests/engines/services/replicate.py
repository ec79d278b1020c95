"""A fake of Replicate's HTTP API: shapes from replicate 1.0.7 and its OpenAPI document."""

from __future__ import annotations


import json

from services.desk import KEY, Call, Desk, Reply, opened, paint, shown

SCHEMA = {
    "components": {
        "schemas": {
            "Input": {
                "type": "object",
                "title": "Input",
                "required": ["prompt"],
                "properties": {
                    "prompt": {"type": "string", "title": "Prompt", "x-order": 0},
                    "seed": {"type": "integer", "x-order": 3},
                    "aspect_ratio": {"allOf": [{"$ref": "#/components/schemas/aspect_ratio"}], "default": "1:1", "x-order": 1},
                    "go_fast": {"type": "boolean", "default": True, "description": "Run faster"},
                    "num_inference_steps": {"type": "integer", "minimum": 1, "maximum": 4, "default": 4},
                    "loras": {"type": "array", "items": {"type": "string"}},
                },
            },
            "aspect_ratio": {"type": "string", "enum": ["1:1", "16:9", "3:2", "4:3", "9:16", "3:4"], "title": "aspect_ratio"},
        }
    }
}


class FakeReplicate(Desk):
    prefix = "/v1"
    looks = 2

    def routes(self):
        return [
            ("POST", r"/v1/models/([\w.-]+/[\w.-]+)/predictions", self.order),
            ("POST", "/v1/predictions", lambda call: self.order(call, call.json["version"])),
            ("GET", r"/v1/models/([\w.-]+/[\w.-]+)", self.model),
            ("GET", r"/v1/predictions/(\w+)", self.look),
            ("POST", r"/v1/predictions/(\w+)/cancel", self.cancel),
            ("POST", "/v1/files", self.file),
            ("GET", "/v1/account", lambda call: self.locked(call) or Reply(200, {"type": "user", "username": "somebody"})),
        ]

    def locked(self, call: Call) -> Reply | None:
        if call.headers.get("authorization") not in (f"Bearer {KEY}", f"Token {KEY}"):
            return Reply(401, {"title": "Unauthenticated", "detail": "You did not pass a valid authentication token", "status": 401})
        return None

    def model(self, call: Call, name: str) -> Reply:
        schema = SCHEMA
        if "edit" in name:
            schema = json.loads(json.dumps(SCHEMA))
            schema["components"]["schemas"]["Input"]["properties"]["image"] = {"type": "string", "format": "uri"}
        return self.locked(call) or Reply(
            200, {"owner": name.split("/")[0], "name": name.split("/")[1], "latest_version": {"id": "v1", "openapi_schema": schema}}
        )

    def order(self, call: Call, model: str) -> Reply:
        if refusal := self.locked(call):
            return refusal
        asked = call.json["input"]
        for name in ("image", "mask"):
            assert len(str(asked.get(name, ""))) < 350_000, "data URLs are for small files"
        id = f"p{len(self.billed)}"
        self.billed.append(id)
        self.orders[id] = {"model": model, "asked": asked, "looks": 0, "state": "starting"}
        return Reply(201, self.told(id))

    def told(self, id: str) -> dict:
        order, here = self.orders[id], f"{self.url}/v1/predictions/{id}"
        return {
            "id": id,
            "model": order["model"],
            "version": "v1",
            "input": order["asked"],
            "logs": order.get("logs", ""),
            "output": order.get("output"),
            "error": order.get("error"),
            "status": order["state"],
            "created_at": "2026-11-28T12:00:00Z",
            "urls": {"get": here, "cancel": f"{here}/cancel", "web": "https://replicate.com/p/" + id},
        }

    def look(self, call: Call, id: str) -> Reply:
        if refusal := self.locked(call):
            return refusal
        order = self.orders[id]
        order["looks"] += 1
        if order["looks"] == 2:
            order |= {"state": "processing", "logs": "  0%|          | 0/4\n 50%|█████     | 2/4"}
        elif order["looks"] > self.looks and order["state"] not in ("succeeded", "failed", "canceled"):
            self.finish(order)
        return Reply(200, self.told(id))

    def finish(self, order: dict) -> None:
        asked = order["asked"]
        prompt = asked.get("prompt", "")
        if "refuse-this-prompt" in prompt:
            order |= {"state": "failed", "error": "The input or output was flagged as sensitive. Please try again with different inputs. (E005)"}
        elif "break-half-way" in prompt:
            order |= {"state": "failed", "error": "CUDA out of memory"}
        else:
            pictures = [self.sent(one) for one in [*asked.get("image_input", []), *([asked["image"]] if "image" in asked else [])]]
            if "mask" in asked:
                mask = opened(asked["mask"])
                self.edits.append((mask if mask.ndim == 2 else mask[..., 0]) > 127)
            across, _, down = str(asked.get("aspect_ratio", "1:1")).partition(":")
            width = 1024 if "width" not in asked else asked["width"]
            height = asked.get("height", round(width * int(down) / int(across)))
            order |= {"state": "succeeded", "output": [self.put(paint(prompt, width, height, asked.get("seed", 0), pictures), ".png")]}

    def sent(self, one: str):
        return shown(self.orders[one] if one in self.orders else one)

    def cancel(self, call: Call, id: str) -> Reply:
        self.orders[id]["state"] = "canceled"
        return self.locked(call) or Reply(200, self.told(id))

    def file(self, call: Call) -> Reply:
        address = f"{self.url}/v1/files/f{len(self.orders)}"
        self.orders[address] = call.form["content"][0]
        return self.locked(call) or Reply(201, {"id": "f", "urls": {"get": address}, "content_type": "image/png"})
