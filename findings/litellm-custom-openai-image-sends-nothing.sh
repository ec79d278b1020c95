#!/bin/sh
# litellm 1.110.2: `image_generation(model="custom_openai/NAME", api_base=...)` returns a response with no picture and raises nothing, and no request was sent.
# The provider exists for chat ("custom_openai" is for any server that speaks OpenAI's API); for pictures no branch fits, and the empty object made at the start is returned.
# Seen: 0 requests, empty `data`, no exception; "openai/NAME" with the same address sends one and returns the picture.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check litellm==1.110.2
cat > "$folder/ask.py" <<'PY'
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import litellm

asked = []


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        asked.append(self.path)
        self.rfile.read(int(self.headers["content-length"]))
        body = b'{"created": 1, "data": [{"b64_json": "aGk="}]}'
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
told = {}
for provider in ("custom_openai", "openai"):
    before = len(asked)
    answer = litellm.image_generation(model=f"{provider}/my-model", prompt="a mug", api_base=f"http://127.0.0.1:{server.server_port}/v1", api_key="k")
    told[provider] = (len(asked) - before, len(answer.data or []))
print({name: f"{sent} requests, {got} pictures" for name, (sent, got) in told.items()})
sys.exit(told != {"custom_openai": (0, 0), "openai": (1, 1)})
PY
"$folder/python/bin/python" "$folder/ask.py"
