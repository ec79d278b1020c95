"""Tools that come with Diorama. Each keeps a protocol of `contracts.tools`, and is found as any other: by an entry point."""
