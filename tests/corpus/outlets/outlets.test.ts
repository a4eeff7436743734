import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { outletSchema } from "#lib/domain/codebook.ts";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import { readRecords } from "#lib/codebook/readYaml.ts";
import { outletRegistry } from "#lib/operations/registry.ts";
import { bareCodebook } from "#tests/corpus/wording/support.ts";

const outlets = readRecords(join(corpusFolder(), "outlets"), outletSchema);
const registry = outletRegistry(bareCodebook({ outlets }));
const on = (side: string) => outlets.filter((outlet) => outlet.side === side);

describe("outlets", () => {
  it("cover the sides and every kind of Russian outlet", () => {
    expect(on("western").length).toBeGreaterThanOrEqual(70);
    expect(on("russian").length).toBeGreaterThanOrEqual(45);
    expect(on("ukrainian").length).toBeGreaterThanOrEqual(15);
    expect(on("other").length).toBeGreaterThanOrEqual(10);
    const groups = new Set(on("russian").map((outlet) => outlet.subGroup));
    for (const group of ["state", "private", "regional", "exile", "foreign_facing"] as const)
      expect(groups, group).toContain(group);
    for (const outlet of outlets) expect(outlet.subGroup, outlet.id).not.toBeNull();
  });

  it("have ISO 3166 countries and ISO 639 languages", () => {
    const names = (type: "region" | "language") => new Intl.DisplayNames(["en"], { type, fallback: "none" });
    const regions = names("region");
    const languages = names("language");
    for (const { id, country, languages: spoken } of outlets) {
      expect(country, id).toMatch(/^[A-Z]{2}$/);
      expect(regions.of(country), `${id}: ${country}`).toBeDefined();
      expect(spoken.length, id).toBeGreaterThan(0);
      for (const language of spoken) expect(languages.of(language), `${id}: ${language}`).toBeDefined();
    }
  });

  it("share no name, alias or domain, and each domain leads back to its outlet", () => {
    const names = new Map<string, string>();
    for (const { id, name, aliases } of outlets) {
      for (const each of new Set([id, name, ...aliases].map((one) => one.toLowerCase().replace(/^the /, "")))) {
        expect(names.get(each) ?? id, each).toBe(id);
        names.set(each, id);
      }
    }
    const domains = outlets.flatMap((outlet) => outlet.domains.map(({ domain }) => domain));
    expect(new Set(domains).size).toBe(domains.length);
    for (const outlet of outlets) {
      for (const { domain } of outlet.domains) {
        expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
        expect(registry.findOutlet(`https://www.${domain}/a`)?.id, domain).toBe(outlet.id);
      }
      for (const { url } of outlet.feeds) expect(URL.canParse(url), url).toBe(true);
    }
  });

  it("name a source for every field that says checked, and write no address without one", () => {
    const counts = { ownership: 0, control: 0, founded: 0, addresses: 0, feeds: 0 };
    for (const outlet of outlets) {
      const { ownership, control, founded, domains, feeds } = outlet;
      for (const field of [ownership, control, ...(founded ? [founded] : []), ...domains, ...feeds])
        if (field.checked) expect(field.source, outlet.id).toBeTruthy();
      for (const address of [...domains, ...feeds]) expect(address.checked, outlet.id).toBe(true);
      if (!ownership.checked) counts.ownership++;
      if (!control.checked) counts.control++;
      if (founded && !founded.checked) counts.founded++;
    }
    console.info(`outlets: ${outlets.length}; unverified fields: ${JSON.stringify(counts)}`);
  });

  it("know the outlets of the coverage by the names they have there", () => {
    const folder = join("..", "shared", "coverage");
    if (!existsSync(folder)) return console.info("The coverage is absent: its outlets' names are not tested.");
    const sides = { "russian.jsonl": "russian", "western.jsonl": "western", "headlines.jsonl": null };
    for (const [file, side] of Object.entries(sides)) {
      const named = new Set<string>();
      for (const line of readFileSync(join(folder, file), "utf8").split("\n"))
        if (line !== "") named.add((JSON.parse(line) as { outlet: string }).outlet);
      for (const name of named) {
        const outlet = registry.findOutlet(name);
        expect(outlet, name).not.toBeNull();
        if (side !== null) expect(outlet?.side, name).toBe(side);
      }
    }
  });
});
