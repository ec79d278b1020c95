"""What users of other tools would meet: the newest clients of OpenAI's Images API, unchanged, driven against the server."""
