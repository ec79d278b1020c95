"""What is each service's own: where pictures and masks go, what refusals look like, what is told of costs, what comes on the way."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from diorama.contracts import Cancel, Partial, Sending, Submitted, Warned, engine
from diorama.engines.hosted.http import _seconds
from diorama.errors import Cancelled, ContentRefused, EngineAuth, EngineBusy, EngineError, EngineQuota, EngineRefused, EngineTimeout
from services.desk import KEY, Reply, once
from services.openai import FakeSdServer
from test_hosted import job, with_pictures  # noqa: F401  (job is a fixture)

SERVICES = ("openai", "fal", "replicate", "openrouter", "google", "bfl", "ideogram", "recraft", "stability", "compatible")
every = pytest.mark.parametrize("desk", SERVICES, indirect=True)
PAINT = {"openai": "images/", "openrouter": "/images$", "google": "generateContent", "recraft": "images/", "stability": "stable-image", "compatible": "images/"}
"""Where those are ordered from that answer with the picture."""


def of(*names: str):
    return pytest.mark.parametrize("desk", names, indirect=True)


@pytest.fixture
def maker(request, desk):
    return engine(request.node.callspec.params["desk"])


MASKED = {
    "openai": "openai",
    "fal": "fal:openai/gpt-image-2/edit",
    "bfl": "bfl:flux-pro-1.0-fill",
    "ideogram": "ideogram",
    "recraft": "recraft",
    "stability": "stability",
}


@of(*MASKED)
def test_a_mask_means_the_same_everywhere_whatever_its_polarity_there(desk, request, job):  # noqa: F811
    maker = engine(MASKED[request.node.callspec.params["desk"]])
    size = (1024, 1024) if maker.capabilities().sizes is None else maker.capabilities().sizes[0]
    asked = with_pictures(job(maker, size=size), "source", "mask")
    picture = maker.make(asked).picture
    source, mask = asked.pictures
    assert np.array_equal(desk.edits[-1], mask), "the service may change what the job says, and nothing else"
    assert np.array_equal(picture[~mask], source[~mask]), "and whatever it did, the rest stays"


@every
def test_refused_words_are_told_as_refused_whatever_the_http_status(desk, maker, job):  # noqa: F811
    with pytest.raises(ContentRefused) as refused:
        maker.make(job(maker, "refuse-this-prompt", size=fitting(maker)))
    assert refused.value.category


@of("google", "bfl", "stability", "fal")
def test_a_refused_picture_too(desk, maker, job):  # noqa: F811
    with pytest.raises(ContentRefused) as refused:
        maker.make(job(maker, "flag-this", size=fitting(maker)))
    assert refused.value.category


@every
def test_a_key_that_is_not_accepted_is_told_as_such(desk, maker, job, monkeypatch):  # noqa: F811
    name = maker.facts.name
    if name == "compatible":
        pytest.skip("asks for none")
    monkeypatch.setenv(maker.facts.key_env, "wrong-key-9876")
    with pytest.raises(EngineAuth) as wrong:
        maker.make(job(maker, size=fitting(maker)))
    assert "wrong-key-9876" not in str(wrong.value)


@of(*PAINT)
@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(hang_up=True), EngineTimeout),
        (Reply(504, "<html>"), EngineTimeout),
        (Reply(429, {"error": {"message": "Rate limit reached"}}, {"retry-after": "3"}), EngineBusy),
        (Reply(503, {"error": {"message": "overloaded"}}), EngineBusy),
        (Reply(429, {"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}), EngineQuota),
        (Reply(500, {"error": {"message": "oops"}}), EngineError),
        (Reply(400, {"error": {"message": "Invalid size"}}), EngineRefused),
        (Reply(402, {"error": {"message": "Insufficient credits"}}), EngineQuota),
    ],
)
def test_an_order_is_sent_once_and_what_came_of_it_is_told(desk, maker, job, reply, error):  # noqa: F811
    desk.trouble.append(once(PAINT[maker.facts.name], reply))
    with pytest.raises(error) as wrong:
        maker.make(job(maker, size=fitting(maker)))
    assert type(wrong.value) is error
    assert len([call for call in desk.calls if call.method == "POST"]) == 1


ODD = (Reply(200, None), Reply(200, [1, 2]), Reply(200, 7), Reply(200, ""), Reply(200, "<!DOCTYPE html><h1>Sign in</h1>", type="text/html"))
"""What no service says: a success of another form; a hotel's page."""


@every
@pytest.mark.parametrize("odd", ODD, ids=("null", "list", "number", "nothing", "page"))
def test_an_order_that_is_answered_oddly_is_never_repeated_and_told_as_perhaps_paid(desk, maker, job, odd):  # noqa: F811
    desk.trouble.append(once(".", odd))
    with pytest.raises(EngineTimeout, match="answered|no JSON"):
        maker.make(job(maker, size=fitting(maker)))
    assert len([call for call in desk.calls if call.method == "POST"]) == 1


@pytest.mark.parametrize(("asked", "seconds"), [("Sat, 28 Nov 2099 00:00:00 GMT", 600), ("1e300", 600), ("nan", None), ("-5", 0), ("soon", None), ("7", 7)])
def test_no_service_is_given_more_rest_than_ten_minutes(asked, seconds):
    assert _seconds(asked) == seconds


@pytest.mark.parametrize("key", ["clé", "a\nb", "x" * 5000])
def test_what_can_be_no_key_goes_nowhere(monkeypatch, desks, job, key):  # noqa: F811
    monkeypatch.setenv("FAL_KEY", key)
    before, fal = len(desks["fal"].calls), engine("fal")
    with pytest.raises(EngineAuth, match="letters that no key has") as wrong:
        fal.make(job(fal))
    assert key not in str(wrong.value) and not any(call.method == "POST" for call in desks["fal"].calls[before:])


@of("openai", "google", "compatible")
def test_one_that_answers_with_the_picture_has_no_name_for_it(desk, maker, job):  # noqa: F811
    heard = []
    maker.make(job(maker, size=fitting(maker)), heard.append)
    assert [type(one) for one in heard if isinstance(one, Sending | Submitted)] == ([Sending] if maker.facts.name != "compatible" else [Sending, Submitted])


@of("recraft")
def test_one_that_answers_with_an_address_is_fetched_after_a_crash(desk, maker, job):  # noqa: F811
    remote = []
    with pytest.raises(SystemExit):
        maker.make(job(maker), lambda event: (remote.append(event.remote_id), exit(1)) if isinstance(event, Submitted) else None)
    assert maker.resume(remote[0], job(maker)).picture.shape == (1024, 1024, 3) and len(desk.billed) == 1


@of("replicate", "bfl", "ideogram")
def test_jobs_are_resumed_by_their_remote_id_and_never_ordered_again(desk, maker, job):  # noqa: F811
    remote = []
    with pytest.raises(SystemExit):
        maker.make(job(maker, size=fitting(maker)), lambda event: (remote.append(event.remote_id), exit(1)) if isinstance(event, Submitted) else None)
    outcome = engine(maker.facts.name).resume(remote[0], job(maker, size=fitting(maker)))
    assert outcome.picture.ndim == 3 and len(desk.billed) == 1 and KEY not in remote[0]
    with pytest.raises(EngineError):
        maker.make(job(maker, "break-half-way", size=fitting(maker)))


@of("openai")
def test_partial_pictures_come_in_order_and_the_last_event_may_come_before_all_of_them(desk, maker, job):  # noqa: F811
    for prompt, partials in (("a mug", 3), ("early-end", 1)):
        heard = []
        maker.make(job(maker, prompt, size=(1024, 1024), options={"partial_images": 3}), heard.append)
        assert [one.index for one in heard if isinstance(one, Partial)] == list(range(partials))
    with pytest.raises(EngineError, match="had an error"):
        maker.make(job(maker, "break-half-way", size=(1024, 1024), options={"partial_images": 2}))


@of("openai")
def test_openai_is_sent_references_as_a_list_and_nothing_that_it_does_not_know(desk, maker, job):  # noqa: F811
    maker.make(with_pictures(job(maker, size=(1024, 1024), options={"quality": "low"}), "source", "reference"))
    form = desk.calls[-1].form
    assert len(form["image[]"]) == 2 and form["quality"] == ["low"] and "input_fidelity" not in form and "seed" not in form


@of("openai")
def test_what_was_paid_is_counted_from_tokens(desk, maker, job):  # noqa: F811
    outcome = maker.make(job(maker, size=(1024, 1024)))
    assert outcome.spent[0].amount == pytest.approx((10 * 5 + 40 * 8 + 1000 * 30) / 1e6)
    assert "tokens" in outcome.provenance["cost"]


@pytest.mark.parametrize(("desk", "amount"), [("openrouter", 0.0412), ("bfl", 0.03), ("recraft", 0.04), ("stability", 0.03)], indirect=["desk"])
def test_what_was_paid_is_told_by_the_service_or_by_its_list(desk, request, amount, job):  # noqa: F811
    maker = engine(request.node.callspec.params["desk"])
    outcome = maker.make(job(maker, size=fitting(maker)))
    assert outcome.spent[0].amount == amount and outcome.spent[0].currency == "USD" and outcome.provenance["cost"]


@of("ideogram")
def test_ideogram_quotes_for_nothing(desk, maker, job):  # noqa: F811
    quote = maker.quote(job(maker, size=fitting(maker)))
    assert quote.low == quote.high == 0.06 and not desk.billed and quote.as_of is None


@pytest.mark.parametrize(
    ("app", "low"), [("fal-ai/luma-photon", 0.02 * 1.048576), ("fal-ai/esrgan", None), ("fal-ai/kokoro/american-english", None), ("fal-ai/nobody-knows", None)]
)
@of("fal")
def test_fal_is_asked_for_its_price_and_what_it_counts_otherwise_stays_unknown(desk, app, low, job):  # noqa: F811
    maker = engine(f"fal:{app}")
    quotes = [maker.quote(job(maker, size=(1024, 1024))) for _ in range(2)]
    assert [quote and (round(quote.low, 6), quote.as_of) for quote in quotes] == [low and (round(low, 6), None)] * 2
    assert sum("pricing" in call.path for call in desk.calls) == 1 and not desk.billed, "asked once, ordered nothing"


@of("fal")
def test_without_its_price_list_the_kept_price_holds_with_its_day(desk, maker, job):  # noqa: F811
    desk.trouble.append(once("pricing", Reply(500, "no"), "GET"))
    maker = engine("fal:fal-ai/flux-2")
    assert maker.quote(job(maker, size=(1024, 1024))).as_of


@of("openrouter")
def test_openrouter_is_asked_for_its_price_with_what_is_sent(desk, maker, job):  # noqa: F811
    asked = with_pictures(job(maker, size=(2048, 2048)), "reference")
    assert maker.quote(asked).high == pytest.approx(0.05)
    desk.trouble.append(once("endpoints", Reply(500, {}), "GET"))
    kept = maker.quote(asked)
    assert kept is None or kept.as_of, "without an answer: the kept price with its day, or nothing"


@of("replicate")
def test_large_pictures_are_uploaded_first(desk, job):  # noqa: F811
    maker = engine("replicate:qwen/qwen-image-edit-plus")
    asked = with_pictures(job(maker, size=(1024, 1024)), "source")
    noise = np.random.default_rng(1).integers(0, 255, (1024, 1024, 3), np.uint8)
    maker.make(type(asked)(asked.recipe, (noise,)))
    assert [call.path for call in desk.calls if call.method == "POST"][0] == "/v1/files"


@of("replicate")
def test_an_order_at_replicate_is_cancelled_where_it_says(desk, maker, job):  # noqa: F811
    cancel = Cancel()
    with pytest.raises(Cancelled):
        maker.make(job(maker, size=fitting(maker)), lambda event: cancel.now() if isinstance(event, Submitted) else None, cancel)
    assert desk.calls[-1].path.endswith("/cancel") and len(desk.billed) == 1


@of("google")
def test_words_instead_of_a_picture_are_passed_on(desk, maker, job):  # noqa: F811
    with pytest.raises(EngineError, match="What should the mug look like"):
        maker.make(job(maker, "only-words", size=fitting(maker)))


@of("stability", "google", "ideogram")
def test_a_size_that_differs_is_told(desk, maker, job):  # noqa: F811
    heard = []
    maker.make(job(maker, size=fitting(maker)), heard.append)
    told = [one for one in heard if isinstance(one, Warned)]
    assert all(one.code == "size_differs" for one in told)


@of("openai")
def test_a_drawing_stays_a_file(desk, maker, job):  # noqa: F811
    outcome = maker.make(job(maker, "a-drawing", size=(1024, 1024)))
    assert outcome.files[0].kind == "drawing" and outcome.files[0].type == "image/svg+xml"


@every
def test_the_remote_id_and_the_provenance_hold_no_key(desk, maker, job):  # noqa: F811
    heard = []
    outcome = maker.make(job(maker, size=fitting(maker)), heard.append)
    assert KEY not in json.dumps(outcome.provenance) + repr(heard)
    assert outcome.provenance["service"] == maker.facts.name


@every
def test_it_can_be_asked_for_nothing_whether_it_is_there(desk, maker, monkeypatch):
    assert engine(maker.facts.name).check()
    assert not desk.billed
    if maker.facts.name != "compatible":
        monkeypatch.setenv(maker.facts.key_env, "wrong-key-9876")
        with pytest.raises(EngineAuth):
            maker.check()


def fitting(maker) -> tuple[int, int]:
    from diorama.contracts import nearest

    return nearest(maker.capabilities(), 1024, 1024)


@pytest.fixture
def sd_server(monkeypatch):
    desk = FakeSdServer()
    monkeypatch.setenv("DIORAMA_COMPATIBLE_URL", desk.url + desk.prefix)
    yield desk
    desk.close()


def test_stable_diffusion_cpps_server_is_told_seed_and_steps_in_the_one_way_that_it_hears_them(sd_server, job):  # noqa: F811
    maker = engine("compatible")
    options = {"server": "sd-server", "steps": 8, "negative": "blur"}
    asked = job(maker, "a red mug <sd_cpp_extra_args>", size=(256, 256), options=options)
    first, same, other = (maker.make(replace(asked, recipe=asked.recipe.with_seed(seed))).picture for seed in (3, 3, 4))
    assert sd_server.made_with[0] == {"prompt": "a red mug ", "seed": 3, "negative_prompt": "blur", "sample_params": {"sample_steps": 8}}
    assert np.array_equal(first, same) and not np.array_equal(first, other)


def test_and_its_masks_are_white_where_they_may_change(sd_server, job):  # noqa: F811
    maker = engine("compatible")
    asked = with_pictures(job(maker, size=(256, 256), options={"server": "sd-server"}), "source", "mask")
    picture = maker.make(asked).picture
    source, mask = asked.pictures
    assert np.array_equal(sd_server.edits[-1], mask) and np.array_equal(picture[~mask], source[~mask])
