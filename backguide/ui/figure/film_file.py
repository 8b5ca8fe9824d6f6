"""Encodes films as animated .webp and .gif with Pillow; the only module that imports it."""

import io
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
from PIL import Image, ImageSequence

from backguide.ui.figure.film import Shot, starts_ms
from backguide.ui.figure.render import render_image

_BYTES_PER_PIXEL = 8.4
"""What a film may weigh for every pixel of its picture: 1.45 MB at 480x360."""
_QUALITIES = (82, 66, 50)  # of a .webp, until it is light enough; below it shows
_COLOURS = (128, 64, 40, 24)  # of a .gif, likewise
_WHOLE_EVERY = 10  # frames
_METHOD = 2  # a third of the time of the usual 4, and 5 % more bytes
_RARE_COUNTS = 0.4  # a colour on few pixels matters nearly as much as one on many: lips beside the stage
_SAMPLES = 24


class _Reel(Image.Image):
    """The frames of a film as one image of many frames, of which only one is unpacked at a time."""

    def __init__(self, shots: Sequence[Shot]) -> None:
        super().__init__()
        self._mode = "RGB"
        self._frames: list[bytes] = []
        self.durations_ms: list[int] = []
        last = b""
        for shot in shots:
            image = render_image(shot.scene, shot.posture)
            self._size = (image.width(), image.height())
            pixels = bytes(image.constBits())
            if pixels == last:
                self.durations_ms[-1] += shot.duration_ms
                continue
            self._frames.append(zlib.compress(pixels, 1))
            self.durations_ms.append(shot.duration_ms)
            last = pixels
        self._at = 0
        self.seek(0)

    @property
    def n_frames(self) -> int:
        """How many frames differ from the one before."""
        return len(self._frames)

    def tell(self) -> int:
        """Return which frame is seen."""
        return self._at

    def seek(self, frame: int) -> None:
        """Show a frame. EOFError behind the last."""
        if frame >= len(self._frames):
            raise EOFError(frame)
        pixels = zlib.decompress(self._frames[frame])
        self.im = Image.frombuffer("RGB", self._size, pixels, "raw", "BGRX", 0, 1).im
        self._at = frame


def encode(suffix: str, shots: Sequence[Shot]) -> tuple[bytes, tuple[Shot, ...]]:
    """Return the file's bytes, and the shot that each of its frames shows.

    Tries to stay within a size that a page or a message carries easily; a long film gets there with less
    fine colours.
    """
    reel = _Reel(shots)
    width, height = reel.size
    tries = _webps(reel) if suffix == ".webp" else _gifs(reel)
    for data in tries:
        if len(data) <= _BYTES_PER_PIXEL * width * height:
            break
    return data, _kept(data, shots)


def _webps(reel: _Reel) -> Iterator[bytes]:
    for quality in _QUALITIES:
        file = io.BytesIO()
        # Most frames hold what has changed only; a whole one wipes the crumbs that they leave behind.
        whole = {"kmin": _WHOLE_EVERY * 2 // 3, "kmax": _WHOLE_EVERY}
        times = {"duration": reel.durations_ms, "loop": 0}
        reel.save(file, "WEBP", save_all=True, quality=quality, method=_METHOD, **whole, **times)
        yield file.getvalue()


def _gifs(reel: _Reel) -> Iterator[bytes]:
    sample = _colour_sample(reel)
    for colours in _COLOURS:
        palette = sample.quantize(colours, Image.Quantize.MEDIANCUT, 2, dither=Image.Dither.NONE)
        frames = (
            frame.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE)
            for frame in ImageSequence.Iterator(reel)
        )
        file = io.BytesIO()
        # `optimize` leaves out pixels that stay as they are.
        times = {"duration": reel.durations_ms, "loop": 0}
        next(frames).save(file, "GIF", save_all=True, append_images=frames, optimize=True, **times)
        yield file.getvalue()


def _colour_sample(reel: _Reel) -> Image.Image:
    """Return an image of all colours of the film, in which rare ones are not drowned by the stage."""
    counts: Counter[int] = Counter()
    for index in range(0, reel.n_frames, max(1, reel.n_frames // _SAMPLES)):
        reel.seek(index)
        pixels = np.asarray(reel.copy()).reshape(-1, 3) & 0xFC
        colours, times = np.unique(pixels.astype(np.int64) @ (65536, 256, 1), return_counts=True)
        counts.update(dict(zip(colours.tolist(), times.tolist(), strict=True)))
    weights = np.array(list(counts.values())) ** _RARE_COUNTS
    codes = np.repeat(list(counts), np.maximum(1, np.round(weights)).astype(int))
    row = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], -1).astype(np.uint8)
    return Image.fromarray(row[None])


def _kept(data: bytes, shots: Sequence[Shot]) -> tuple[Shot, ...]:
    """Read the film again: encoders drop frames in which they see no change."""
    starts = list(starts_ms(shots))
    with Image.open(io.BytesIO(data)) as written:
        durations = [_duration_ms(written, index) for index in range(getattr(written, "n_frames", 1))]
    begins = [0, *accumulate(durations[:-1])]
    return tuple(shots[min(bisect_left(starts, begin), len(shots) - 1)] for begin in begins)


def _duration_ms(written: Image.Image, index: int) -> int:
    written.seek(index)
    written.load()
    duration_ms: float = written.info.get("duration", 0)
    return round(duration_ms)
