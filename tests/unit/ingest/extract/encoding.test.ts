import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { htmlOf } from "#lib/ingest/index.ts";
import { readText } from "#tests/unit/ingest/support.ts";

const page = (text: string, charset?: string): string =>
  `<!doctype html><html><head>${charset === undefined ? "" : `<meta charset="${charset}">`}<title>${text}</title></head><body><p>${text}</p></body></html>`;
const RUSSIAN = "Мост через реку снова открыт после ремонта";
const QUOTED = "The mayor said: “It’s over – at last”, and paid €5";
const decoded = (text: string, as: string, meta?: string, header?: string): string =>
  htmlOf({
    body: iconv.encode(page(text, meta), as),
    contentType: `text/html${header === undefined ? "" : `; charset=${header}`}`,
  });

describe("the encoding of a page", () => {
  test.each([
    ["named by the server", RUSSIAN, "windows-1251", undefined, "windows-1251"],
    ["named by the page", RUSSIAN, "windows-1251", "windows-1251", undefined],
    ["named by the server against the page", RUSSIAN, "windows-1251", "utf-8", "windows-1251"],
    ["named by the page against a server that says UTF-8", RUSSIAN, "koi8-r", "koi8-r", "utf-8"],
    ["named by nobody", RUSSIAN.repeat(8), "windows-1251", undefined, undefined],
    ["UTF-8 that the server calls something else", RUSSIAN, "utf-8", undefined, "iso-8859-1"],
    ["UTF-8 that the page calls something else", RUSSIAN, "utf-8", "windows-1251", undefined],
    ["windows-1252 that calls itself Latin 1", QUOTED, "windows-1252", "iso-8859-1", undefined],
    ["two-byte units", RUSSIAN, "utf-16le", undefined, "utf-16le"],
    ["Japanese in escapes", "橋が開通した", "shift_jis", "shift_jis", undefined],
  ])("%s", (_, text, as, meta, header) => {
    expect(decoded(text, as, meta, header)).toContain(`<p>${text}</p>`);
  });

  test("a mark at the beginning wins over all names", () => {
    const body = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(page(RUSSIAN, "windows-1251"))]);
    expect(htmlOf({ body, contentType: "text/html; charset=koi8-r" })).toContain(`<p>${RUSSIAN}</p>`);
  });

  test("one broken byte leaves the rest of a UTF-8 page readable", () => {
    const body = Buffer.concat([Buffer.from(page(RUSSIAN.repeat(3), "utf-8")), Buffer.from([0xff])]);
    expect(htmlOf({ body, contentType: "text/html" })).toContain(RUSSIAN);
  });

  test("a saved page is read by the encoding it names", async () => {
    const [item] = await readText("saved.html", iconv.encode(page(RUSSIAN, "windows-1251"), "windows-1251"));
    expect(item).toMatchObject({ html: expect.stringContaining(RUSSIAN) });
  });

  test("pages in UTF-8 come out as they were, whatever the server says", () => {
    const names = fc.constantFrom("utf-8", "windows-1251", "iso-8859-1", "nonsense");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), names, (text, header) => {
        const body = page(`Мост ${text.replace(/[<>&\p{Cc}\ufeff]/gu, "")}`);
        expect(htmlOf({ body: Buffer.from(body), contentType: `text/html; charset=${header}` })).toBe(body);
      }),
    );
  });

  test("what is no text is refused", () => {
    expect(() => htmlOf({ body: Buffer.from("%PDF-1.4"), contentType: "text/html" })).toThrow("not a page of text");
  });
});
