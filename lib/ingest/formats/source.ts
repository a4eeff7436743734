import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import { beginsLikePage, decodeAll, decodeChunks, encodingOf, htmlEncoding } from "./decode.ts";
import { UnreadableError, type Limits, type TextSource } from "./format.ts";

/** Something to read: a path, bytes with a name, a stream with a name; "-" is standard input. */
export type Source =
  | string
  | { name: string; bytes: Uint8Array }
  | { name: string; stream: AsyncIterable<Uint8Array | string> };

const SAMPLE_BYTES = 1 << 20;

/**
 * Opens a source and decodes it; gzip is unpacked on the way. Only the first megabyte is held.
 * @throws UnreadableError for empty, binary and oversized sources.
 */
export async function openSource(source: Source, limits: Limits, encodingHint?: string): Promise<TextSource> {
  const file = nameOf(source);
  const bytes = counted(unpacked(bytesOf(source)), limits.streamedFile);
  const iterator = bytes[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let size = 0;
  let complete = false;
  while (size < SAMPLE_BYTES) {
    const next = await iterator.next();
    if (next.done === true) {
      complete = true;
      break;
    }
    head.push(next.value);
    size += next.value.length;
  }
  if (size === 0) throw new UnreadableError("The file is empty.");
  const first = Buffer.concat(head);
  const page = encodingHint === undefined && beginsLikePage(first);
  const encoding = page ? htmlEncoding(first, complete) : encodingOf(first, complete, encodingHint);
  async function* all(): AsyncIterable<Uint8Array> {
    yield first;
    if (complete) return;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return {
    file,
    sample: decodeAll(first, encoding),
    complete,
    chunks: () => decodeChunks(all(), encoding),
    async all() {
      const parts: string[] = [];
      let length = 0;
      for await (const part of decodeChunks(all(), encoding)) {
        parts.push(part);
        length += part.length;
        if (length > limits.wholeFile) throw tooLarge(limits.wholeFile);
      }
      return parts.join("");
    },
  };
}

export const nameOf = (source: Source): string =>
  typeof source === "string" ? (source === "-" ? "standard input" : source) : source.name;

const tooLarge = (limit: number): UnreadableError =>
  new UnreadableError(
    `The file holds more than ${Math.round(limit / 1e6)} MB. Split it, or give it as JSON Lines or CSV, which are read piece by piece.`,
  );

async function* bytesOf(source: Source): AsyncIterable<Uint8Array> {
  if (typeof source === "string") {
    yield* source === "-" ? process.stdin : createReadStream(source);
  } else if ("bytes" in source) {
    yield source.bytes;
  } else {
    for await (const chunk of source.stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    yield chunk;
  }
}

/** Ten times what English text shrinks by; a bomb shrinks a thousandfold. */
const GREATEST_RATIO = 100;

/** Unpacks gzip while it streams; stops when the packed bytes cannot be honest text. */
async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  let packed = 0;
  async function* again(): AsyncIterable<Uint8Array> {
    for (let next = first as IteratorResult<Uint8Array>; next.done !== true; next = await iterator.next()) {
      packed += next.value.length;
      yield next.value;
    }
  }
  if (!(first.value[0] === 0x1f && first.value[1] === 0x8b)) {
    yield* again();
    return;
  }
  let size = 0;
  const gunzip = Readable.from(again()).pipe(createGunzip());
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > 10e6 && size > packed * GREATEST_RATIO) {
        throw new UnreadableError("The compressed file unpacks to far more than text would; it was refused.");
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError("The compressed file is damaged.");
  } finally {
    gunzip.destroy();
  }
}
