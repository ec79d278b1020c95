"""The history: append, find, fork, verify. Several processes and threads may use one root at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from diorama.contracts import File, Spent, distinct
from diorama.errors import HistoryError, OutputError, PictureLost, RequestError, UnknownEntry
from diorama.history import archive
from diorama.history.boards import Boards
from diorama.history.connection import Connections
from diorama.history.entry import Attached, Damage, Entry, Exported, entry_id
from diorama.history.facets import Facets, facets
from diorama.history.find import page
from diorama.history.inputs import Inputs
from diorama.history.pixels import find as find_pixels
from diorama.history.place import Folder
from diorama.history.places import place_of
from diorama.history.blobs import LOST, BlobStore
from diorama.history.wanted import NEWEST, Wanted
from diorama.history.words import subject_words
from diorama.image.codecs import encode, open_picture, picture_facts, pixels_digest, shrink_picture
from diorama.image.files import write_whole
from diorama.recipe import Recipe, load

SHORTEST_PREFIX = 4
MOST_LISTED = 1000
SMALLEST_THUMBNAIL, LARGEST_THUMBNAIL = 32, 1024
"""Pixels."""


class History:
    """A folder with `history.db` and the pictures beside it, made where it is missing. Where it cannot be written it can be read."""

    def __init__(self, root: Path | str, database: str | None = None, bucket: str | None = None):
        """`database`: a PostgreSQL database (postgresql://…) that holds the entries instead of the folder's file; `bucket`: what holds the pictures and what
        they go by instead of the folder (s3://name/prefix)."""
        self.root = Path(root)
        self.connections = Connections(self.root, database)
        self.place = place_of(self.root, bucket)
        self.blobs = BlobStore(self.place, "pictures")
        self.inputs = Inputs(self.place, self.root / "fetched")
        self.boards = Boards(self.connections)

    def close(self) -> None:
        """Close this thread's connection."""
        self.connections.close()

    def check_writable(self) -> None:
        """Raise OutputError where nothing can be kept here: before the work, not after it."""
        self.connections.check_writable()
        self.place.check_writable()

    def __enter__(self) -> History:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Let go of everything: nobody asks any more."""
        self.connections.end()

    # ── append ──

    def append(
        self, picture: Path | str | bytes, recipe: Recipe, *, parent: str | None = None, edit: Any = None, seconds: float = 0.0,
        owner: str = "local", job: str | None = None, spent: Sequence[Spent] = (), provenance: Mapping[str, str] | None = None, attached: Sequence[File] = (),
    ) -> Entry:  # fmt: skip
        """Keep a picture and what made it. `parent`: the entry it came from (id, prefix or "last"); `edit`: what was changed, as JSON data;
        `spent`: what it cost; `provenance`: the service it comes from, where there is one; `attached`: files that came with it.

        One `job` is kept once: where it has its entry already, that one is returned and nothing is added.
        """
        data = picture if isinstance(picture, bytes) else _read(Path(picture))
        facts, pixels = picture_facts(data), pixels_digest(open_picture(data))
        parent_id = self.get(parent).id if parent is not None else None
        created = datetime.now(UTC).isoformat(timespec="milliseconds")
        seconds = float(seconds)
        files = [Attached(name=one.name, type=one.type, size=one.size, sha256=self._attach(one)) for one in attached]
        with self.connections.writing() as connection:
            if job is not None and connection.execute(self.connections.queries["job"], {"job": job}).fetchone() is not None:
                return self.of_job(job)
            digest = self.blobs.put(data, facts.format)
            row = {
                "parent": parent_id, "edit": None if edit is None else json.dumps(edit, sort_keys=True, ensure_ascii=False), "created": created,
                "prompt": recipe.prompt, "subjects": subject_words(recipe.scene), "engine": recipe.engine, "seed": recipe.seed,
                "recipe": recipe.to_json(), "recipe_digest": recipe.digest, "seconds": seconds, "picture": digest, "format": facts.format,
                "size": len(data), "width": facts.width, "height": facts.height, "owner": owner, "job": job, "pixels": pixels,
                "spent": spent_text(spent), "provenance": json.dumps(dict(provenance or {}), sort_keys=True, ensure_ascii=False),
                "files": json.dumps([one.model_dump() for one in files]),
                "id": entry_id(parent=parent_id, edit=edit, created=created, recipe_digest=recipe.digest, seconds=seconds, picture=digest),
            }  # fmt: skip
            self._insert(connection, row)
        return self.get(row["id"])

    def _attach(self, file: File) -> str:
        return self.inputs.keep(file.data) if file.path is None else self.inputs.take(file.path)

    def _insert(self, connection: Any, row: dict[str, Any]) -> None:
        from diorama.history.queries import new_entry  # loads SQLAlchemy

        connection.execute(new_entry(tuple(row)), row)

    # ── find ──

    def get(self, ref: str) -> Entry:
        """The entry by its id, by the beginning of it (four digits or more), or "last" for the newest. Removed ones are found by id. Raises UnknownEntry."""
        if ref == "last":
            found = self.query("last", before=NEWEST)
            if not found:
                raise UnknownEntry("the history is empty", where="last", hint="make a picture first")
            return found[0]
        prefix = ref.lower()
        if len(prefix) < SHORTEST_PREFIX or len(prefix) > 64 or set(prefix) - set("0123456789abcdef"):
            raise UnknownEntry("not the id of an entry", where=ref, hint=f'"last", or {SHORTEST_PREFIX} or more of the id\'s hexadecimal digits')
        found = self.query("prefix", low=prefix, high=prefix + "g")
        if not found:
            raise UnknownEntry("no such entry", where=ref)
        if len(found) > 1:
            raise UnknownEntry("several entries begin so", where=ref, hint="write more digits: " + ", ".join(e.id[:16] for e in found))
        return found[0]

    def list(self, limit: int = 50, before: str | None = None, query: str | None = None, *, starred: bool = False, trash: bool = False) -> Sequence[Entry]:
        """Everybody's entries, newest first. `before`: the id of the last one of the page before; `query`: words in prompt, subjects or note.

        Raises RequestError.
        """
        if not 1 <= limit <= MOST_LISTED:
            raise RequestError(f"{limit} is not allowed", where="limit", hint=f"1 to {MOST_LISTED}")
        seq = self.get(before).seq if before is not None else NEWEST
        return self.find(Wanted(query=query or "", starred=starred, trash=trash, before=seq, limit=limit))

    def find(self, wanted: Wanted) -> Sequence[Entry]:
        """A page of entries, newest first."""
        return [self._entry(row) for row in page(wanted, self.connections.dialect, self._asked)]

    def facets(self, wanted: Wanted) -> Facets:
        """How many there are of what is wanted, of each engine, size and month; `before` and `limit` aside."""
        return facets(wanted, self.connections.dialect, self._asked)

    def of_job(self, job: str) -> Entry | None:
        """The entry that a job made; None where it made none."""
        return next(iter(self.query("job", job=job)), None)

    def of_picture(self, digest: str, owner: str) -> Entry | None:
        """An owner's entry that shows exactly this file (SHA-256)."""
        return next(iter(self.query("picture", picture=digest, owner=owner)), None)

    def of_pixels(self, pixels: np.ndarray, owner: str | None = None) -> Entry | None:
        """The newest entry (of an owner, or anybody's) that shows exactly these pixels (uint8 HxWx3 or HxWx4), whatever file they came in."""
        return find_pixels(self, pixels, owner)

    def read(self, entry: Entry) -> bytes:
        """The picture's file. Raises PictureLost where it is gone or damaged."""
        return self.blobs.read(entry.picture, entry.format)

    def file(self, entry: Entry) -> Path | None:
        """Where the picture's file is; None where pictures lie in a bucket. Raises PictureLost where it is gone."""
        if entry.path is not None and not entry.path.is_file():
            raise PictureLost("the picture's file is gone", where=f"picture {entry.picture[:12]}", hint=LOST)
        return entry.path

    def link(self, entry: Entry, seconds: int) -> str | None:
        """The bucket's own address of the picture's file, signed, for whoever has it; None where pictures lie in files."""
        return self.place.link(self.blobs.name(entry.picture, entry.format), seconds)

    def count(self) -> int:
        """How many pictures there are, removed ones aside."""
        return int(self._asked(self.connections.queries["count"], {})[0][0])

    def children(self, ref: str) -> Sequence[Entry]:
        """What was made from an entry, oldest first."""
        return self.query("children", id=self.get(ref).id)

    def lineage(self, ref: str) -> Sequence[Entry]:
        """The line of an entry, from the first picture down to itself."""
        return self.query("lineage", id=self.get(ref).id)

    def made_by(self, digest: str) -> Sequence[Entry]:
        """Entries of exactly the recipe with this digest (of its version's text: `digest_of`), oldest first."""
        return self.query("recipe", digest=digest)

    # ── mark ──

    def star(self, ref: str) -> Entry:
        return self._update(ref, "starred", 1)

    def unstar(self, ref: str) -> Entry:
        return self._update(ref, "starred", 0)

    def note(self, ref: str, text: str) -> Entry:
        """Write a note on an entry, over the older one."""
        return self._update(ref, "note", text)

    def remove(self, ref: str) -> Entry:
        """Move an entry to the trash. Its picture stays until `empty_trash`."""
        return self._update(ref, "trashed", datetime.now(UTC).isoformat(timespec="milliseconds"))

    def restore(self, ref: str) -> Entry:
        return self._update(ref, "trashed", None)

    def empty_trash(self) -> int:
        """Delete removed entries for good, with pictures and inputs that no other entry needs; how many went. Those that others came from stay."""
        gone = 0
        with self.connections.writing(alone=True) as connection:
            while rows := connection.execute(self.connections.queries["trash"]).fetchall():
                for row in rows:
                    self._delete(connection, row)
                gone += len(rows)
            if gone:
                self.inputs.sweep({digest for (digest,) in connection.execute(self.connections.queries["inputs"])})
        return gone

    def _delete(self, connection: Any, row: Any) -> None:
        connection.execute(self.connections.queries["ends"], {"seq": row["seq"]})
        if connection.execute(self.connections.queries["shown"], {"picture": row["picture"]}).fetchone() is None:
            self.blobs.discard(row["picture"], row["format"])
            for folder in (self.root / "thumbnails").glob("*"):
                self._thumbnails(folder.name).discard(row["picture"], "webp")

    def thumbnail(self, ref: str, side: int = 384) -> Path:
        """A small WebP of the picture, `side` pixels at its longest, made at the first asking. Raises RequestError."""
        if not SMALLEST_THUMBNAIL <= side <= LARGEST_THUMBNAIL:
            raise RequestError(f"{side} pixels is not the side of a thumbnail", where="side", hint=f"{SMALLEST_THUMBNAIL} to {LARGEST_THUMBNAIL}")
        entry = self.get(ref)
        path = self.root / self._thumbnails(str(side)).name(entry.picture, "webp")
        if not path.exists():
            write_whole(path, encode(shrink_picture(open_picture(self.read(entry)), side), "webp", quality=82))
        return path

    def give(self, refs: Sequence[str], owner: str) -> int:
        """Make entries another owner's (all that are "local" for no refs); how many are. They leave the boards of whose they were."""
        chosen = [self.get(ref) for ref in refs] or self.query("of", owner="local")
        given = [entry.seq for entry in chosen if entry.owner != owner]
        with self.connections.writing() as connection:
            connection.executemany(self.connections.queries["lift"], [{"seq": seq} for seq in given])
            connection.executemany(self.connections.queries["given"], [{"of": seq, "owner": owner} for seq in given])
        return len(given)

    # ── keep whole ──

    def verify(self) -> Sequence[Damage]:
        """Read every picture and every entry and check them against their hashes. Empty where all is well."""
        found: list[Damage] = []
        try:
            found += [Damage(kind="database", entry=None, place=str(self.connections.path), message=message) for message in self.connections.damage()]
            for row in self.connections.get().execute(self.connections.queries["all"]):
                found += self._verify(row)
        except (HistoryError, OutputError) as wrong:
            found.append(Damage(kind="database", entry=None, place=str(self.connections.path), message=wrong.message))
        return found

    def _verify(self, row: Any) -> Sequence[Damage]:
        found = []
        try:
            self.blobs.read(row["picture"], row["format"])
        except PictureLost as wrong:
            kind = "missing" if isinstance(wrong.__cause__, FileNotFoundError) else "damaged"
            place = self.place.told(self.blobs.name(row["picture"], row["format"]))
            found.append(Damage(kind=kind, entry=row["id"], place=place, message=wrong.message))
        edit = None if row["edit"] is None else json.loads(row["edit"])
        sealed = {key: row[key] for key in ("parent", "created", "recipe_digest", "seconds", "picture")}
        recipe_digest = hashlib.sha256(row["recipe"].encode()).hexdigest()
        if recipe_digest != row["recipe_digest"]:
            found.append(Damage(kind="altered", entry=row["id"], place=str(self.connections.path), message="the recipe has changed"))
        if entry_id(edit=edit, **sealed) != row["id"]:
            found.append(Damage(kind="altered", entry=row["id"], place=str(self.connections.path), message="the entry has changed"))
        return found

    def export_zip(self, path: Path | str, refs: Sequence[str] | None = None, *, force: bool = False) -> Exported:
        """Write entries (all that are not removed, or those named), with the entries they came from, to one archive; over another file only by `force`.

        Pictures whose files are gone or damaged are left out and told.
        """
        if refs is None:
            chosen = self.query("all_live")
        else:
            chosen = [self.get(ref) for ref in refs]
        whole = {ancestor.id: ancestor for entry in chosen for ancestor in self.lineage(entry.id)}
        ordered = sorted(whole.values(), key=lambda entry: entry.seq)
        boards = self.boards.placed({entry.seq: entry.id for entry in ordered})
        return archive.write(Path(path), ordered, self.blobs, self.inputs, boards, force=force)

    def import_zip(self, path: Path | str, owner: str = "local") -> int:
        """Take in an archive's entries for an owner, with their boards; those that are here already stay as they are, but for files that
        were lost: they are put back. How many were new. Nothing is kept of a damaged archive. Raises HistoryError."""
        new, known = 0, self.connections.queries["any"]
        with archive.Archive(Path(path)) as source, self.connections.writing() as connection:
            for row in source.rows():
                if connection.execute(known, {"id": row["id"]}).fetchone() is not None:
                    if not self.blobs.is_whole(row["picture"], row["format"]) and (data := source.picture(row)) is not None:
                        self.blobs.put(data, row["format"])
                    continue
                if row["parent"] is not None and connection.execute(known, {"id": row["parent"]}).fetchone() is None:
                    raise HistoryError("its parent is neither here nor in the archive", where=row["id"])
                if (data := source.picture(row)) is not None:
                    self.blobs.put(data, row["format"])
                for digest in {one.sha256 for one in load(row["recipe"]).inputs} | {one["sha256"] for one in json.loads(row["files"])}:
                    if (given := source.input(digest)) is not None:
                        self.inputs.keep(given)
                self._insert(connection, row | {"owner": owner})
                new += 1
            boards = source.boards()
        self.boards.lay(owner, boards)
        return new

    # ── inside ──

    def _thumbnails(self, side: str) -> BlobStore:
        """Thumbnails lie as the pictures do, under the picture's digest, always on this machine's disk: they can be thrown away at any time."""
        return BlobStore(Folder(self.root), f"thumbnails/{side}")

    def query(self, name: str, **values: Any) -> Sequence[Entry]:
        """Entries by one of `QUERIES`."""
        return [self._entry(row) for row in self._asked(self.connections.queries[name], values)]

    def _asked(self, text: Any, values: dict[str, Any]) -> Sequence[Any]:
        return self.connections.get().execute(text, values).fetchall()

    def _update(self, ref: str, column: str, value: Any) -> Entry:
        entry = self.get(ref)
        with self.connections.writing() as connection:
            connection.execute(self.connections.queries[f"mark_{column}"], {"of": entry.seq, "mark": value})
        return self.get(entry.id)

    def _entry(self, row: Any) -> Entry:
        data = {key: row[key] for key in row.keys() if key not in ("recipe", "subjects", "words")}
        data["edit"] = None if data["edit"] is None else json.loads(data["edit"])
        data |= {name: json.loads(data[name]) for name in ("spent", "provenance", "files")}
        return Entry(**data, recipe_json=row["recipe"], path=self.blobs.path(row["picture"], row["format"]))


def spent_text(spent: Sequence[Spent]) -> str:
    """Payments as they are kept: JSON, each once."""
    return json.dumps([one.model_dump(mode="json") for one in distinct(tuple(spent))])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise OutputError(f"cannot read the picture: {wrong.strerror}", where=str(path)) from wrong
