import type { IncomingMessage } from "node:http";
import { Writable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { FetchRefused } from "./refused.ts";
import type { FetchPolicy } from "./policy.ts";

function decoder(encoding: string): Transform | null {
  switch (encoding) {
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new FetchRefused("encoding", `The page is packed in a way Parallax does not read ("${encoding}").`);
  }
}

/**
 * Reads a body, unpacked, never holding more than the limits: bytes as sent and bytes after decompression are counted
 * while they stream, so a bomb ends at the limit.
 * @throws FetchRefused when a limit is passed or the packing is broken.
 */
export async function readBody(response: IncomingMessage, policy: FetchPolicy): Promise<Buffer> {
  const tooLarge = (): FetchRefused =>
    new FetchRefused(
      "too large",
      `The page is larger than ${Math.round(policy.bodyBytes / 1e6)} MB. Save it and import the file.`,
    );
  if (Number(response.headers["content-length"] ?? 0) > policy.bodyBytes) throw tooLarge();
  const encodings = (response.headers["content-encoding"] ?? "")
    .toLowerCase()
    .split(",")
    .map((each) => each.trim());
  if (encodings.length > 1) throw new FetchRefused("encoding", "The page is packed several times over.");
  const unpack = decoder(encodings[0] ?? "");
  let sent = 0;
  response.on("data", (chunk: Buffer) => {
    sent += chunk.length;
    if (sent > policy.bodyBytes) response.destroy(tooLarge());
  });
  const parts: Buffer[] = [];
  let size = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > policy.decodedBytes) return done(tooLarge());
      parts.push(chunk);
      done();
    },
  });
  try {
    await (unpack ? pipeline(response, unpack, sink) : pipeline(response, sink));
  } catch (error) {
    if (error instanceof FetchRefused) throw error;
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_")) {
      throw new FetchRefused("encoding", "The page's packing is broken.");
    }
    throw error;
  }
  return Buffer.concat(parts);
}
