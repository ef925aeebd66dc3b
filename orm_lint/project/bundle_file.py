"""The files of the bundle: what one third-party distribution looks like in several versions, in few bytes.

A file is the magic word, the size of the index (4 bytes, little endian), the index, and one blob a module. Index and
blobs are MessagePack, deflated. A blob holds all versions of its module: the nodes with a mark where their place would
be, and the lines of the nodes apart from them, because an inserted line then leaves the rest of the bytes as they were
and equal parts of versions are stored once. Places are kept by line: that is what people are shown of other packages.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Mapping
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from orm_lint.errors import OrmLintError
from orm_lint.ir import nodes as ir
from orm_lint.ir.from_python import Summary

SUFFIX = ".bundle"

_MAGIC = b"OLB1"
_WINDOW = 32 * 1024
_MARK = b"\xc1\xc1"  # MessagePack never uses this byte, UTF-8 never contains it; twice, because numbers may hold it
_MARK_PLACE = 0xFEDC_BA98_7654_3210
_MARK_BYTES = b"\xcf" + _MARK_PLACE.to_bytes(8, "big")

Versions = tuple[Summary | None, ...]


class Entry(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """Where a module's blob lies, and which (nodes, lines) of it each version has; None where a version lacks it."""

    start: int
    size: int
    picks: tuple[tuple[int, int] | None, ...]


class Index(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """The modules of a distribution by path without `.py`; `dictionary` is what deflating the blobs starts from."""

    versions: tuple[str, ...]
    dictionary: bytes
    entries: dict[str, Entry]


class _Blob(msgspec.Struct, array_like=True, frozen=True, gc=False):
    nodes: tuple[bytes, ...]
    lines: tuple[bytes, ...]


class _Places(dict[int, bytes]):
    """The encoded place of a line, made when first needed."""

    def __missing__(self, line: int) -> bytes:
        self[line] = made = b"\xcf" + (line << ir.LENGTH_BITS).to_bytes(8, "big")
        return made


_places = _Places()


class BundleFile(Struct, frozen=True):
    """One distribution of the bundle, as it lies on disk."""

    path: Path
    data: bytes
    index: Index
    blobs_at: int

    @classmethod
    def read(cls, path: Path) -> BundleFile:
        """Reads the index; blobs are inflated when asked for. Raises OrmLintError if the file is absent or damaged."""
        try:
            data = path.read_bytes()
            if data[:4] != _MAGIC:
                raise ValueError("not a bundle file")
            end = 8 + int.from_bytes(data[4:8], "little")
            index = msgspec.msgpack.decode(zlib.decompress(data[8:end]), type=Index)
        except (OSError, ValueError, zlib.error, msgspec.MsgspecError) as error:
            raise damaged(path, error) from None
        return cls(path, data, index, end)

    def summary(self, module: str, version: int) -> Summary | None:
        """A module (its path without `.py`) in a version (its index); None if that version lacks it.

        Raises OrmLintError if the file is damaged.
        """
        entry = self.index.entries.get(module)
        if entry is None:
            return None
        start = self.blobs_at + entry.start
        try:
            pick = entry.picks[version]
            if pick is None:
                return None
            blob = _blobs().decode(_inflated(self.data[start : start + entry.size], self.index.dictionary))
            return _decoded(blob.nodes[pick[0]], blob.lines[pick[1]])
        except (ValueError, IndexError, zlib.error, msgspec.MsgspecError) as error:
            raise damaged(self.path, error) from None


def damaged(path: Path, error: Exception) -> OrmLintError:
    """What to tell the user about a file of the bundle that cannot be used."""
    return OrmLintError(f"{path}: the bundled knowledge of {path.stem} is damaged ({error}); install orm-lint again")


def packed(versions: tuple[str, ...], modules: Mapping[str, Versions]) -> bytes:
    """The bytes of a bundle file; `modules` gives each module's summary in each version. Equal input, equal bytes.

    Raises ValueError for a module that the format cannot hold.
    """
    blobs, picks = {}, {}
    for name in sorted(modules):
        coded = [_coded(name, summary) if summary else None for summary in modules[name]]
        nodes = tuple(dict.fromkeys(pair[0] for pair in coded if pair))
        lines = tuple(dict.fromkeys(pair[1] for pair in coded if pair))
        blobs[name] = _Blob(nodes, lines)
        picks[name] = tuple((nodes.index(pair[0]), lines.index(pair[1])) if pair else None for pair in coded)
    dictionary = b"".join(blob.nodes[-1] for blob in blobs.values())[-_WINDOW:]
    deflated = {name: _deflated(msgspec.msgpack.encode(blob), dictionary) for name, blob in blobs.items()}
    starts = accumulate(map(len, deflated.values()), initial=0)
    entries = {name: Entry(start, len(deflated[name]), picks[name]) for name, start in zip(deflated, starts)}  # noqa: B905
    index = zlib.compress(msgspec.msgpack.encode(Index(versions, dictionary, entries)), 9)
    return b"".join([_MAGIC, len(index).to_bytes(4, "little"), index, *deflated.values()])


def _deflated(data: bytes, dictionary: bytes) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_DEFAULT_STRATEGY, dictionary)
    return deflate.compress(data) + deflate.flush()


def _inflated(data: bytes, dictionary: bytes) -> bytes:
    inflate = zlib.decompressobj(15, dictionary)
    inflated = inflate.decompress(data)
    if not inflate.eof:
        raise ValueError("cut short")
    return inflated


def _coded(name: str, summary: Summary) -> tuple[bytes, bytes]:
    lines: list[int] = [0]
    marked = _marked(summary, summary.body, lines)
    pieces = msgspec.msgpack.encode(marked).split(_MARK_BYTES)
    if any(_MARK in piece for piece in pieces) or len(pieces) != len(lines):
        raise ValueError(f"{name} holds a constant that looks like the mark of a place")
    deltas = [after - before for before, after in pairwise(lines)]
    return _MARK.join(pieces), msgspec.msgpack.encode(deltas)


def _marked(summary: Summary, value: Any, lines: list[int]) -> Any:
    """The same nodes with marks for places; appends their lines, counted from 0, in the order of the encoding."""
    if isinstance(value, tuple):
        return tuple(_marked(summary, item, lines) for item in value)
    if not isinstance(value, ir.Node):
        return value
    lines.append(summary.line_of(value.at) - 1)
    fields: dict[str, Any] = {"at": _MARK_PLACE}
    for field in value.__struct_fields__[1:]:
        fields[field] = _marked(summary, getattr(value, field), lines)
    if isinstance(value, ir.Function):
        fields["extent"] = 0
    return type(value)(**fields)


def _decoded(nodes: bytes, deltas: bytes) -> Summary:
    lines = list(accumulate(_deltas().decode(deltas)))
    pieces = nodes.split(_MARK)
    joined = [b""] * (len(pieces) + len(lines))
    joined[0::2] = pieces
    joined[1::2] = map(_places.__getitem__, lines)
    last = max(lines, default=0)
    return Summary(_bodies().decode(b"".join(joined)), array("I", range(last + 1)).tobytes(), is_ascii=True)


@cache
def _blobs() -> msgspec.msgpack.Decoder[_Blob]:
    return msgspec.msgpack.Decoder(_Blob)


@cache
def _deltas() -> msgspec.msgpack.Decoder[list[int]]:
    return msgspec.msgpack.Decoder(list[int])


@cache
def _bodies() -> msgspec.msgpack.Decoder[ir.Body]:
    return msgspec.msgpack.Decoder(ir.Body)
