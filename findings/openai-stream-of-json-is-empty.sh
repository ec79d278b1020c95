#!/bin/sh
# openai 3.57.0 (Python): asked with `stream=True`, a server that does not stream answers the whole picture as application/json with status 200. The SDK does not look
# at the content type: it reads the JSON as an event stream, finds no event, and the loop ends after nothing, without an error. A picture that was made and sent is lost.
# Seen: no event and no exception for the same body that without `stream` is a picture.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check openai==3.57.0
cat > "$folder/ask.py" <<'PY'
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from openai import OpenAI


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
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
client = OpenAI(api_key="k", base_url=f"http://127.0.0.1:{server.server_port}/v1", max_retries=0)
whole = client.images.generate(prompt="a mug").data[0].b64_json
events = list(client.images.generate(prompt="a mug", stream=True))
print(f"without stream: {whole!r}; with it: {events}")
sys.exit((whole, events) != ("aGk=", []))
PY
"$folder/python/bin/python" "$folder/ask.py"
