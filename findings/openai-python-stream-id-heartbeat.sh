#!/bin/sh
# openai 3.57.0 (Python): a valid event stream (WHATWG HTML, 9.2) that gives events an `id:` and sends comments as heartbeats ends in a JSONDecodeError.
# A blank line without data dispatches nothing by the standard; the SDK remembers the last id, so at the blank line after a comment it makes an event of
# the empty string and parses that as JSON. Without `id:` the same heartbeats are skipped. The SDK for Node reads both.
# Seen: with ids: JSONDecodeError after the first event; without: both events.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check openai==3.57.0
cat > "$folder/ask.py" <<'PY'
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from openai import OpenAI

EVENT = 'data: {"type": "image_generation.partial_image", "partial_image_index": %d, "b64_json": ""}\n\n'


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for k in range(2):
            id = f"id: {k}\n" if self.path.startswith("/ids") else ""
            self.wfile.write(f"{id}{EVENT % k}: still here\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()


def ask(path):
    client, heard = OpenAI(api_key="k", base_url=f"http://127.0.0.1:{server.server_port}/{path}", max_retries=0), []
    try:
        for event in client.images.generate(prompt="a mug", stream=True):
            heard.append(event.partial_image_index)
    except json.JSONDecodeError as wrong:
        return heard, type(wrong).__name__
    return heard, "complete"


told = {path: ask(path) for path in ("ids", "plain")}
print(told)
sys.exit(told != {"ids": ([0], "JSONDecodeError"), "plain": ([0, 1], "complete")})
PY
"$folder/python/bin/python" "$folder/ask.py"
