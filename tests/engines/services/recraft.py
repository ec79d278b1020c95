"""A fake of Recraft's API: shapes from its API reference (generations, inpaint, imageToImage)."""

from __future__ import annotations

from services.desk import KEY, Call, Desk, Reply, opened, paint, shown


class FakeRecraft(Desk):
    prefix = "/v1"

    def routes(self):
        return [
            ("POST", "/v1/images/(generations|inpaint|imageToImage)", self.make),
            ("GET", "/v1/users/me", lambda call: self.locked(call) or Reply(200, {"credits": 1000, "email": "a@example.org", "id": "u", "name": "a"})),
        ]

    def locked(self, call: Call) -> Reply | None:
        return None if call.headers.get("authorization") == f"Bearer {KEY}" else Reply(401, {"code": "unauthorized", "message": "unauthorized"})

    def make(self, call: Call, what: str) -> Reply:
        if refusal := self.locked(call):
            return refusal
        asked = call.json
        if not asked.get("model"):
            return Reply(400, {"code": "bad_request", "message": "model is always named here"})
        if "refuse-this-prompt" in asked["prompt"]:
            return Reply(400, {"code": "prompt_moderation", "message": "the prompt was flagged by moderation"})
        pictures = [shown(asked["image"])] if "image" in asked else []
        if what == "inpaint":
            self.edits.append(opened(asked["mask"]) > 127)  # white = edit
        height, width = pictures[0].shape[:2] if pictures else reversed([int(side) for side in asked["size"].split("x")])
        self.billed.append(asked["prompt"])
        found = {"image_id": "i1", "url": self.put(paint(asked["prompt"], width, height, len(self.billed), pictures))}
        return Reply(200, {"created": 1, "credits": 40, "data": [found]})
