import { analyse } from "chardet";
import iconv from "iconv-lite";
import { UnreadableError } from "./format.ts";

/** First bytes of files people mistake for text, and what to do with each. */
const BINARY: readonly (readonly [string, string])[] = [
  ["25504446", "a PDF; save its text first"],
  ["504b0304", "a ZIP archive or an office document; unpack it and import the folder, or save it as text or CSV"],
  ["d0cf11e0", "an old office document; save it as text or CSV"],
  ["89504e47", "a picture"],
  ["ffd8ff", "a picture"],
  ["47494638", "a picture"],
  ["52494646", "a sound, picture or film file"],
  ["7f454c46", "a program"],
  ["4d5a", "a program"],
  ["53514c69746520666f726d6174", "a SQLite database; export it as CSV"],
  ["28b52ffd", "compressed with Zstandard; unpack it first"],
  ["425a68", "compressed with bzip2; unpack it first"],
  ["377abcaf", "a 7z archive; unpack it first"],
  ["fd377a585a", "compressed with xz; unpack it first"],
];

/** Where an archive of POSIX.1-1988 or later says what it is. */
const TAR = { at: 257, mark: "ustar" };

/** Names the encoding of a file's beginning. @throws UnreadableError for what is not text. */
export function encodingOf(bytes: Uint8Array, complete: boolean, hint?: string): string {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  const hex = Buffer.from(bytes.subarray(0, 16)).toString("hex");
  for (const [magic, kind] of BINARY) {
    // "MZ" alone may begin a sentence; a program has zero bytes soon after.
    if (hex.startsWith(magic) && (magic.length > 4 || bytes.subarray(0, 64).includes(0))) {
      throw new UnreadableError(`This is not text but ${kind}.`);
    }
  }
  if (Buffer.from(bytes.subarray(TAR.at, TAR.at + TAR.mark.length)).toString("latin1") === TAR.mark)
    throw new UnreadableError("This is not text but a tar archive; unpack it and import the folder.");
  if (hint !== undefined && iconv.encodingExists(hint)) return hint;
  const wide = utf16WithoutMark(bytes);
  if (wide) return wide;
  if (looksBinary(bytes)) throw new UnreadableError("This is not text: it holds bytes no text has.");
  if (isUtf8(bytes, complete)) return "utf-8";
  const guess = analyse(bytes).find((match) => iconv.encodingExists(match.name));
  const name = guess && guess.confidence >= 20 ? guess.name : "windows-1252";
  // A few Cyrillic words in English text are taken for accents, which never stand in rows.
  return /^(?:windows-125[024]|ISO-8859-)/i.test(name) && highBytesInRows(bytes) ? "windows-1251" : name;
}

/**
 * The encoding of a page or feed: its mark, how wide its first "<" is written, UTF-8 where its bytes are that, else what
 * the server says, else what the page says, where they are not contradicted by the bytes; then its bytes. `header`: charset of the content type.
 * @throws UnreadableError for what is not text.
 */
export function htmlEncoding(bytes: Uint8Array, complete: boolean, header?: string): string {
  const names = [header, metaCharset(bytes)].flatMap((name) => {
    const known = name === undefined ? undefined : (AS_THE_WEB[name.toLowerCase()] ?? name.toLowerCase());
    return known !== undefined && iconv.encodingExists(known) ? [known] : [];
  });
  const written = byteOrderMark(bytes) ?? widthOfMarkup(bytes);
  if (written) return written;
  const utf = /^utf-?8$/;
  const wide = names.find((name) => /^(?:utf-?16|utf-?32|iso-2022)/.test(name));
  if (wide === undefined && isUtf8(bytes, complete)) return encodingOf(bytes, complete, "utf-8");
  const named = names.find((name) => !utf.test(name));
  if (named !== undefined) return encodingOf(bytes, complete, named);
  // A few broken bytes in a page that calls itself UTF-8 leave the rest readable.
  const mostly = names.some((name) => utf.test(name)) && brokenShare(bytes) < MOST_BROKEN;
  return encodingOf(bytes, complete, mostly ? "utf-8" : undefined);
}

/** Names that browsers read as another encoding, which has the same letters and more. */
const AS_THE_WEB: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "us-ascii": "windows-1252",
  ascii: "windows-1252",
  "iso-8859-9": "windows-1254",
  gb2312: "gb18030",
  gbk: "gb18030",
};
/** Share of the bytes beyond ASCII that no UTF-8 has; another encoding has nearly all of them wrong. */
const MOST_BROKEN = 0.1;

function brokenShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 1 << 20);
  const broken = new TextDecoder("utf-8").decode(sample).split("\ufffd").length - 1;
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high += 1;
  return high === 0 ? 0 : broken / high;
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  return /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1];
}

/** True for bytes that begin like a page. */
export const beginsLikePage = (bytes: Uint8Array): boolean =>
  /^\s*(?:<!--[\s\S]{0,500}?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head)\b/i.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString("latin1"),
  );

function highBytesInRows(bytes: Uint8Array): boolean {
  let high = 0;
  let inRow = 0;
  const letter = (b: number | undefined): boolean => b !== undefined && b >= 0xc0;
  for (let i = 0; i < bytes.length; i++) {
    if (!letter(bytes[i])) continue;
    high += 1;
    if (letter(bytes[i - 1]) || letter(bytes[i + 1])) inRow += 1;
  }
  return high >= 4 && inRow / high > 0.8;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? "utf-32le" : "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return "utf-32be";
  return null;
}

/** The encoding in which markup or JSON begins, by the zeros around its first two characters (XML 1.0, appendix F). */
function widthOfMarkup(bytes: Uint8Array): string | null {
  const zeros = [...bytes.subarray(0, 8)].map((byte) => (byte === 0 ? "0" : "x")).join("");
  const first = bytes.subarray(0, 4).find((byte) => byte !== 0);
  if (first === undefined || !"<{[".includes(String.fromCharCode(first))) return null;
  if (zeros === "000x000x") return "utf-32be";
  if (zeros === "x000x000") return "utf-32le";
  if (zeros === "0x0x0x0x") return "utf-16be";
  return zeros === "x0x0x0x0" ? "utf-16le" : null;
}

/** Every other byte zero is Latin text in two-byte units. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const n = Math.min(bytes.length & ~1, 4096);
  if (n < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const half = n / 2;
  if (odd > 0.7 * half && even < 0.05 * half) return "utf-16le";
  if (even > 0.7 * half && odd < 0.05 * half) return "utf-16be";
  return null;
}

function looksBinary(bytes: Uint8Array): boolean {
  let control = 0;
  const n = Math.min(bytes.length, 65536);
  for (let i = 0; i < n; i++) {
    const b = bytes[i] as number;
    if (b === 0) control += 10;
    else if (b < 9 || (b > 13 && b < 32 && b !== 27)) control += 1;
  }
  return control > n / 50 && control > 3;
}

function isUtf8(bytes: Uint8Array, complete: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !complete });
    return true;
  } catch {
    return false;
  }
}

/** Decodes pieces as they come; invalid bytes become U+FFFD. */
export async function* decodeChunks(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of chunks) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text !== "") yield text;
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== "") yield rest;
}

export const decodeAll = (bytes: Uint8Array, encoding: string): string =>
  iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
