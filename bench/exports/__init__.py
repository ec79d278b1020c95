"""Exports beside pictures: a set exported to .glb, shown by three.js in a browser, next to the stage's own picture of it."""
