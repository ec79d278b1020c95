"""The server: one process, one port. The page at /, OpenAI's Images API under /v1, Diorama's own under /api.

request → guard (host, origin, size, token) → route (one noun a file) → queue, studio, history → answer or problem

app       all of it put together        guard     who may come in, how much they may bring
context   what routes work with         errors    every failure in one shape
auth      tokens and owners             log       structured lines, request ids
wire      server-sent events            run       uvicorn, and how it goes down
"""
