"""Make: a request becomes a picture file with its recipe inside, and an entry of the history.

request → reading (or a scene as given) → recipe → engine → metadata → file, whole or not at all → history
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, get_args

from diorama import contracts, image
from diorama.contracts import Begins, Cancel, Capabilities, Divides, Engine, File, Job, Listen, Outcome, Quote, Readies, Warned, nobody
from diorama.errors import RequestError
from diorama.history import Entry, History
from diorama.image import files
from diorama.image.codecs import Format, format_of
from diorama.image.metadata import SourceType
from diorama.image.provenance import MANIFEST, Credentials, Ingredient, sealed, sign
from diorama.recipe import Recipe, Request, resolve_all
from diorama.recipe.request import LARGEST_SEED
from diorama.recipe.resolve import draw_seed
from diorama.scene import Scene, diff
from diorama.studio import inputs as input_files
from diorama.studio import logos, own, words
from diorama.studio import passes as pass_files
from diorama.studio.framing import boxed, framed
from diorama.studio.keeping import held, keeping
from diorama.studio.output import vacant, writable
from diorama.studio.palette import carried
from diorama.studio.poster import beside, poster
from diorama.studio.relight import LightTable, small, table_of
from diorama.studio.settings import Settings
from diorama.studio.source import recognised
from diorama.studio.standing import measured, stands
from diorama.studio.untouched import laid, parts, told
from diorama.studio.words import Reading, Refinement

Sign = Callable[[bytes, Format], bytes]
PARENTS = ("source", "kept", "judged")
"""Kinds of inputs that are what the picture was before."""
FILM = "move"
"""The option by which engines that make films are known."""
PRESS = frozenset(("application/pdf", "image/tiff", "image/vnd.adobe.photoshop", "image/x-exr"))
"""Files beside a picture that tell where they come from."""


@dataclass(frozen=True)
class Rendered:
    """A picture that is not yet a file."""

    recipe: Recipe
    """With everything settled that the engine settles."""
    outcome: Outcome
    seconds: float
    source_type: SourceType | None
    sign: Sign | None = None
    """Writes content credentials into the file, where whoever keeps the studio signs."""

    def encode(self, format: Format = "png", quality: int = 92) -> bytes:
        """The picture's file, with its recipe inside. `quality` 1 to 100 is for JPEG and WebP."""
        picture = self.outcome.picture if self.outcome.media else poster(self.outcome.files, self.recipe)
        data = image.encode(picture, format, metadata=metadata_of(self.recipe, self.source_type), quality=quality)
        return data if self.sign is None else self.sign(data, format)


@dataclass(frozen=True)
class Made:
    path: Path
    entry: Entry
    recipe: Recipe
    outcome: Outcome
    seconds: float
    files: tuple[Path, ...] = ()
    """Passes and exports."""


class Studio:
    """Engines stay open (and warm) between pictures; `close` lets go of them."""

    def __init__(self, settings: Settings | None = None):
        self.settings = settings or Settings.load()
        self._engines: dict[str, Engine] = {}
        self._loading = threading.RLock()
        self._history: History | None = None

    def engine(self, name: str) -> Engine:
        with self._loading:
            if name not in self._engines:
                self._engines[name] = contracts.engine(name, self.engine)
            return self._engines[name]

    def begin(self, name: str) -> None:
        """Let an engine start, where it takes a while, before the picture is asked of it."""
        if isinstance(engine := self.engine(name), Begins):
            engine.begin()

    @property
    def history(self) -> History:
        if self._history is None:
            self._history = History(self.settings.home, self.settings.database, self.settings.bucket)
        return self._history

    def close(self) -> None:
        for engine in self._engines.values():
            engine.close()
        if self._history is not None:
            self._history.end()
            self._history = None

    def __enter__(self) -> Studio:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, request: Request) -> Reading | None:
        """The reading of the request's prompt; None where the request brings a scene of its own. Raises PromptError where no picture can be made of it."""
        if request.scene is not None:
            return None
        aspect = f"{request.aspect[0]}:{request.aspect[1]}" if request.aspect else None
        reading = words.read(request.prompt or "", aspect=aspect, choice=request.seed or 0, able=self.able(request.engine))
        if "scene" in self.able(request.engine).speaks:  # to others the words go as they are
            words.must_show(reading)
        if FILM not in self.engine(request.engine).options.model_fields:
            reading = words.unfilmed(reading, request.engine)
        return logos.in_reading(own.in_reading(reading, request.inputs), request.inputs)

    def edit(self, before: Scene, text: str, *, engine: str | None = None) -> Refinement:
        """What words make of a scene, as the engine (the usual one) can show it."""
        return words.edit(before, text, able=self.able(engine or self.settings.engine))

    def vary(self, before: Scene, layer: str, n: int = 4, of: str = "", *, engine: str | None = None) -> tuple[Refinement, ...]:
        """Variations of a scene along one layer, as the engine (the usual one) can show them."""
        return words.vary(before, layer, n, of, able=self.able(engine or self.settings.engine))

    def able(self, engine: str) -> Capabilities:
        return self.engine(engine).capabilities()

    def recipes(self, request: Request, reading: Reading | None) -> tuple[Recipe, ...]:
        """One recipe a picture, nothing left open; of a prompt with alternatives each picture takes those of its seed. Raises what `check` raises."""
        if reading is not None and request.count > 1 and words.choices(request.prompt or "") > 1:
            first = draw_seed() if request.seed is None else request.seed
            each = [request.model_copy(update={"count": 1, "seed": (first + k) % LARGEST_SEED}) for k in range(request.count)]
            return tuple(recipe for one in each for recipe in self.recipes(one, self.read(one)))
        engine = self.engine(request.engine)
        able = engine.capabilities()
        given = reading.scene if reading else request.scene
        assert given is not None  # a request has words or a scene
        scene = own.in_scene(boxed(framed(carried(given, request.palette), request.within), request.boxes), request.inputs)
        scene = logos.in_scene(scene, request.inputs)
        chosen = contracts.checked(engine.options, _filmed(reading, request, engine) | request.options)
        asked = request.model_copy(update={"options": chosen, "inputs": logos.named(scene, own.named(scene, request.inputs))})
        fit = partial(contracts.nearest, able)
        made = resolve_all(asked, scene, engine_version=able.version, options=dict(able.defaults.get(request.quality, {})), fit=fit)
        for recipe in made:
            self.check(Job(recipe))
        return made

    def check(self, job: Job) -> None:
        """Raise now what the engine would refuse later: RequestError (size, words, options), EngineRefused (what it does not take or give),
        EngineAuth (no key), EngineUnavailable (libraries or weights that are not here)."""
        engine = self.engine(job.recipe.engine)
        able, there = engine.capabilities(), stands(job.recipe)
        job = replace(job, recipe=told(job.recipe, able))
        contracts.check(job, able, engine.options)
        if "key" in able.needs and there is None:
            contracts.get_key(able)
        if isinstance(engine, Readies) and there is None:
            engine.ready([one.kind for one in job.recipe.inputs])
        if isinstance(engine, Divides):
            engine.pieces(job)  # raises for a film that cannot be

    def quote(self, recipe: Recipe) -> Quote | None:
        """What the picture will cost; None: nothing, or nobody can say."""
        return None if stands(recipe) is not None else self.engine(recipe.engine).quote(self.job(recipe))

    def job(self, recipe: Recipe, **wanted: Any) -> Job:
        """The recipe with the pixels of its inputs, checked."""
        self.check(Job(recipe, **wanted))
        recipe = told(recipe, self.able(recipe.engine))
        pictures = parts(recipe, input_files.pixels(self.history.inputs, recipe)) if recipe.inputs else ()
        return Job(recipe, pictures, unheeded=partial(words.unheeded, recipe.prompt), **wanted)

    def like(self, picture: Path) -> Recipe:
        """The recipe that made a picture. Raises RequestError where it is none of ours."""
        return recognised(self.history, picture).recipe

    def render(
        self, recipe: Recipe, *, passes: bool = False, export: tuple[Path, ...] = (), token: str = "", remote_id: str | None = None, parent: str | None = None,
        pieces: Sequence[bytes] = (), previews: bool = True, listen: Listen = nobody, cancel: Cancel | None = None,
    ) -> Rendered:  # fmt: skip
        """Have the engine make one picture; nothing is kept yet. `token`: the order's own name; `remote_id`: it was submitted before, and is only fetched;
        `parent`: the entry it comes from, of which an engine that can tell keeps what does not change;
        `pieces`: what it is joined of, where it was made in pieces;
        `previews`: False where whoever listens looks at no picture on the way: none is made then."""
        start = time.perf_counter()
        engine = self.engine(recipe.engine)
        if any(one.kind == "kept" and not self.history.inputs.is_whole(one.sha256) for one in recipe.inputs):
            listen(Warned("kept_missing", "the older picture of which this one keeps a part is not here: all of it is photographed again"))
            recipe = recipe.anew()
        recipe = keeping(self.history, engine, recipe, parent, cancel or Cancel())
        job, there = self.job(recipe, passes=passes, export=export, token=token, previews=previews and listen is not nobody), stands(recipe)
        if there is not None:
            picture = image.open_picture(self.history.inputs.get(there.sha256))
            outcome = measured(engine, replace(job, passes="ids" in engine.capabilities().gives), picture, listen, cancel or Cancel())
        else:
            outcome = _asked(engine, job, remote_id, pieces, listen, cancel or Cancel())
        outcome = laid(outcome, recipe, self.history.inputs)
        update = {"scene": outcome.scene or recipe.scene, "seed": recipe.seed if outcome.seed is None else outcome.seed}
        made, kind = recipe.model_copy(update=update), self._source_type(engine.capabilities(), recipe, outcome)
        made, outcome = held(self.history, engine, made, outcome, parent)
        outcome = replace(outcome, files=self.sealed(outcome.files, made, kind))
        return Rendered(made, outcome, time.perf_counter() - start, kind, self.signer(made, kind))

    def signer(self, recipe: Recipe, kind: SourceType | None) -> Sign | None:
        """What writes content credentials; None where nobody signs. Pictures that the recipe goes by are its ingredients."""
        by = self.credentials
        return None if by is None else partial(sign, by=by, **self._told(recipe, kind))

    def _told(self, recipe: Recipe, kind: SourceType | None) -> dict[str, Any]:
        """What credentials tell of a recipe's picture."""
        given = [one for one in recipe.inputs if one.kind in (*PARENTS, "reference", "style")]
        ingredients = [Ingredient(self.history.inputs.get(one.sha256), one.kind, parent=one.kind in PARENTS) for one in given]
        return {"title": recipe.prompt[:200] or "a scene", "action": "edited", "source_type": kind, "ingredients": ingredients}

    def sealed(self, given: Sequence[File], recipe: Recipe, kind: SourceType | None) -> tuple[File, ...]:
        """Files for the press and for image editors, signed where somebody signs; a manifest that a file cannot hold comes behind it: `print.pdf.c2pa`."""
        by, out = self.credentials, []
        for file in given:
            if by is None or file.type not in PRESS:
                out.append(file)
                continue
            data, beside = sealed(file.data, file.type, by, **self._told(recipe, kind))
            out += [replace(file, data=data), *([File(f"{file.name}.c2pa", MANIFEST, beside)] if beside else [])]
        return tuple(out)

    @property
    def credentials(self) -> Credentials | None:
        """Whoever signs here. Raises RequestError where only one of certificate and key is named, or cannot be read."""
        certificate, key = self.settings.c2pa_certificate, self.settings.c2pa_key
        if certificate is None and key is None:
            return None
        if certificate is None or key is None:
            told = "a certificate without its key, or a key without its certificate"
            raise RequestError(told, where="c2pa_certificate", hint="set c2pa_certificate and c2pa_key")
        return Credentials.load(certificate, key)

    def converted(self, entry: Entry, format: Format, quality: int = 92) -> bytes:
        """A picture's file in a format, with its recipe inside; as it is where it has that format. Raises PictureLost, RequestError."""
        data = self.history.read(entry)
        if format == entry.format:
            return data
        made = image.encode(image.open_picture(data), format, metadata=metadata_of_entry(entry, told_source(data)), quality=quality)
        by = self.credentials
        original = Ingredient(data, "original", parent=True)
        return made if by is None else sign(made, format, by, title=entry.prompt[:200], action="converted", ingredients=[original])

    def _source_type(self, able: Capabilities, recipe: Recipe, outcome: Outcome) -> SourceType | None:
        """IPTC's digital source type: a part of a picture that a trained model changed makes a composite; what was worked on stays what it was."""
        changed = any(given.kind in ("source", "mask") for given in recipe.inputs)
        if outcome.report.get("invents") or (changed and able.source_type == "trainedAlgorithmicMedia"):
            return "compositeWithTrainedAlgorithmicMedia"
        if able.source_type is not None:
            return able.source_type
        files = [given.sha256 for given in recipe.inputs if given.kind in ("source", "reference")]
        kinds: list[SourceType | None] = [told_source(self.history.inputs.get(file)) for file in files]
        return kinds[0] if len(kinds) == 1 else _together(kinds)

    def lights(self, entry: Entry, *, listen: Listen = nobody, cancel: Cancel | None = None) -> LightTable:
        """The picture's light table, from disk or rendered now. Raises RequestError where the engine gives no light passes."""
        path = self.settings.home / "lights" / f"{entry.picture}.npz"
        if path.exists():
            return LightTable.open(path)
        recipe = small(entry.recipe)
        table = table_of(recipe, self.engine(recipe.engine).make(self.job(recipe, lights=True), listen, cancel or Cancel()))
        table.save(path)
        return table

    def make(
        self, recipe: Recipe, output: Path, *, passes: Path | None = None, export: tuple[Path, ...] = (), parent: str | None = None,
        edit: dict[str, Any] | None = None, force: bool = False, previews: bool = True, listen: Listen = nobody, cancel: Cancel | None = None,
    ) -> Made:  # fmt: skip
        """Make one picture into `output` (its suffix tells the format). `parent`: the entry it comes from; `edit`: what was asked to change, as JSON data.
        `previews`: see `render`.

        Files that are there are written over only by `force`: OutputError before the work, and a free name for the picture where one comes during it.
        """
        format_of(output)
        for file in (output, *export):
            writable(file, force=force)
        if passes is not None:
            vacant(passes, force=force)
        self.history.check_writable()
        start = time.perf_counter()
        rendered = self.render(recipe, passes=passes is not None, export=export, parent=parent, previews=previews, listen=listen, cancel=cancel)
        path = files.write(output, rendered.encode(format_of(output)), force=force)
        recipe, outcome = rendered.recipe, rendered.outcome
        seconds = time.perf_counter() - start
        if parent is not None and edit is not None:  # with what the engine settled, so that its inverse leads back exactly
            changes = diff(self.history.get(parent).recipe.scene, recipe.scene).model_dump(mode="json")["changes"]
            edit = {**edit, "changes": changes}
        entry = self.history.append(
            path, recipe, parent=parent, edit=edit, seconds=seconds, spent=outcome.spent, provenance=outcome.provenance, attached=outcome.files,
        )  # fmt: skip
        more = pass_files.write(passes, outcome, recipe.prompt) if passes is not None else []
        more += [files.write(file, data, force=force) for file, data in beside(path, outcome.files)]
        return Made(path, entry, recipe, outcome, seconds, (*more, *export))


def _filmed(reading: Reading | None, request: Request, engine: Engine) -> dict[str, Any]:
    """The options of the film that the words ask for, where the engine makes films; what a move that was chosen instead has no use for is left out."""
    if reading is None or reading.filmed is None or FILM not in engine.options.model_fields or request.options.get(FILM) == "none":
        return {}
    told, own = reading.filmed.options(), request.options.get(FILM)
    return told if own in (None, told[FILM]) else {name: told[name] for name in ("seconds", "fps") if name in told}


def _asked(engine: Engine, job: Job, remote_id: str | None, pieces: Sequence[bytes], listen: Listen, cancel: Cancel) -> Outcome:
    if pieces and isinstance(engine, Divides):
        return engine.joined(job, pieces, listen, cancel)
    return engine.make(job, listen, cancel) if remote_id is None else engine.resume(remote_id, job, listen, cancel)


def _together(kinds: Sequence[SourceType | None]) -> SourceType:
    """IPTC's digital source type of a picture that is put together of several."""
    if any(kind in ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia") for kind in kinds):
        return "compositeWithTrainedAlgorithmicMedia"
    return "algorithmicMedia" if set(kinds) == {"algorithmicMedia"} else "composite"


def told_source(data: bytes) -> SourceType | None:
    """IPTC's digital source type that a picture's file tells; None where it tells none of those that are told here."""
    told = image.read_metadata(data).get("source_type")
    return next((kind for kind in get_args(SourceType) if kind == told), None)


def metadata_of(recipe: Recipe, source_type: SourceType | None = "algorithmicMedia") -> image.Metadata:
    """What is written into a picture's file."""
    return image.Metadata(prompt=recipe.prompt, recipe=recipe.to_json(), source_type=source_type, **_parameters(recipe))


def metadata_of_entry(entry: Entry, source_type: SourceType | None = "algorithmicMedia") -> image.Metadata:
    """The same for a picture of the history, with its recipe's text as it was written, of whatever version."""
    return metadata_of(entry.recipe, source_type).model_copy(update={"recipe": entry.recipe_json})


def _parameters(recipe: Recipe) -> dict:
    samples = recipe.options.get("samples")
    steps = recipe.options.get("steps") if samples is None else samples  # an engine that has neither samples nothing
    told = {"steps": None if steps is None else int(steps), "sampler": None if samples is None else "Cycles"}
    return {"seed": recipe.seed, "width": recipe.width, "height": recipe.height, "model": f"diorama-{recipe.engine}", **told}
