import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutSite } from "#lib/ingest/extract/titleSite.ts";
import { bestTitle, type TitlePlaces } from "#lib/ingest/extract/titleVote.ts";

const none: TitlePlaces = { printed: [], open: null, card: null, structured: null, tab: null, other: null };
const of = (places: Partial<TitlePlaces>): string | null => bestTitle({ ...none, ...places });

describe("the headline among what a page calls it", () => {
  const long = "Old bridge opens again after a week of repairs";
  const social = "You can drive over this bridge again";

  test("is the printed one, where structured data and the tab agree with it against the one for sharing", () => {
    expect(of({ printed: [long], structured: long, tab: long, open: social, card: social })).toBe(long);
  });

  test("is the printed one where nothing else knows it but only the cards and the tab differ", () => {
    expect(of({ printed: [long], tab: social, open: social, card: social })).toBe(long);
  });

  test("is what all declarations agree on, where the page prints another", () => {
    expect(of({ printed: [social], structured: long, tab: long, open: long })).toBe(long);
  });

  test("is among several headings the one the declarations know", () => {
    expect(of({ printed: ["Log in", long, "Most popular"], open: long, tab: long })).toBe(long);
    expect(of({ printed: ["Log in", "Menu"], open: long })).toBe(long);
  });

  test("has no label before or after it", () => {
    expect(of({ printed: [long], open: `Opinion | ${long}`, card: `Opinion | ${long}` })).toBe(long);
    expect(of({ printed: [long], open: `${long} (Published 2016)` })).toBe(long);
  });

  test("keeps its second half after a colon, which no separator is", () => {
    const whole = "Old bridge: who pays for the repairs?";
    expect(of({ printed: ["Old bridge"], structured: whole, open: whole, tab: whole })).toBe(whole);
  });

  test("loses a kicker that the declared headline leaves out", () => {
    expect(of({ printed: [`Repairs in town: ${long}`], open: long, tab: `Repairs in town: ${long}` })).toBe(long);
  });

  test("is nothing where the page has none", () => {
    expect(of({})).toBeNull();
  });
});

describe("the publication's name in a title", () => {
  test.each([
    ["Bridge opens after repairs | Valley Courier"],
    ["Bridge opens after repairs - Valley Courier"],
    ["Bridge opens after repairs - National | ValleyCourier.example"],
    ["Bridge opens after repairs | World News | Valley Courier"],
    ["Bridge opens after repairs — The Valley Courier"],
    ["Valley Courier: Bridge opens after repairs"],
    ["Bridge opens after repairs_Valley Courier"],
  ])("%s loses it", (title) => {
    expect(withoutSite(title, ["Valley Courier", "valleycourier.example"])).toBe("Bridge opens after repairs");
  });

  test.each([
    ["Bridge opens – and closes again"],
    ["Bridge, mill and road: a week in the valley"],
    ["The mayor - in her own words - on the bridge"],
  ])("%s has none and stays", (title) => {
    expect(withoutSite(title, ["Valley Courier"])).toBe(title);
  });

  test("whatever the title, what is left is a part of it and not empty", () => {
    const piece = fc.constantFrom("Bridge opens", " | ", " - ", ": ", "Valley Courier", "World", "_", " · ", "ß", "");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const title = pieces.join("").trim();
        const left = withoutSite(title, ["Valley Courier"]);
        return title.includes(left) && (left !== "" || !/\p{L}/u.test(title));
      }),
    );
  });
});
