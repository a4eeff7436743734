import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packText, unpackText } from "#lib/store/packCoding.ts";

describe("a packed coding", () => {
  it("gives back the JSON that was packed, whatever its characters", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (texts) => {
        const json = JSON.stringify({ texts });
        expect(unpackText(packText(json))).toBe(json);
      }),
    );
  });

  it("is told from the JSON an earlier program stored, which is read as it stands", () => {
    for (const json of ['{"tags":[]}', '[["frame","economic","own",1]]']) {
      expect(unpackText(json)).toBe(json);
      expect(packText(json)).toMatch(/^[A-Za-z0-9+/]+=*$/);
    }
  });

  it("is smaller than its JSON where that repeats itself, as codings do", () => {
    const json = JSON.stringify(Array.from({ length: 300 }, (_, at) => ({ kind: "frame", start: at, voice: "own" })));
    expect(packText(json).length).toBeLessThan(json.length / 4);
  });
});
