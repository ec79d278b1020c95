"""A fake of Stability AI's v2beta API: shapes from its API reference."""

from __future__ import annotations

import base64

from services.desk import KEY, Call, Desk, Reply, opened, paint, shown

SIDES = {"1:1": (1024, 1024), "3:2": (1216, 832), "2:3": (832, 1216), "16:9": (1344, 768), "9:16": (768, 1344)}


class FakeStability(Desk):
    def routes(self):
        return [
            ("POST", "/v2beta/stable-image/(generate/(?:core|ultra|sd3)|edit/inpaint)", self.make),
            ("GET", "/v1/user/balance", lambda call: self.locked(call) or Reply(200, {"credits": 12.5})),
        ]

    def locked(self, call: Call) -> Reply | None:
        if call.headers.get("authorization") == f"Bearer {KEY}":
            return None
        return Reply(401, {"id": "x", "name": "unauthorized", "errors": ["authorization: is invalid"]})

    def make(self, call: Call, what: str) -> Reply:
        if refusal := self.locked(call):
            return refusal
        if call.headers.get("accept") != "application/json":
            return Reply(400, {"id": "x", "name": "bad_request", "errors": ["accept: must be application/json here"]})
        form = call.form
        prompt, seed = form["prompt"][0], form["seed"][0]
        if "refuse-this-prompt" in prompt:
            return Reply(403, {"id": "x", "name": "content_moderation", "errors": ["Your request was flagged by our content moderation system"]})
        pictures = [shown(one) for one in form.get("image", [])]
        if "mask" in form:
            self.edits.append(opened(form["mask"][0]) > 127)  # white = edit
        width, height = SIDES.get(form.get("aspect_ratio", ["1:1"])[0], (1024, 1024))
        if pictures:
            height, width = pictures[0].shape[:2]
        self.billed.append(prompt)
        reason = "CONTENT_FILTERED" if "flag-this" in prompt else "SUCCESS"
        return Reply(200, {"image": base64.b64encode(paint(prompt, width, height, seed, pictures)).decode(), "finish_reason": reason, "seed": int(seed)})
