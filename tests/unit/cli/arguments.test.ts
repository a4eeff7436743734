import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "#lib/cli/main.ts";
import { readSettings, SettingsError } from "#lib/settings.ts";

let out = "";
let err = "";
beforeEach(() => {
  out = err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((err += String(text)), true));
});
afterEach(() => vi.restoreAllMocks());

describe("the arguments of the command line", () => {
  it.each([
    [["nonsense"], /unknown command/],
    [["import"], /missing required argument/],
    [["import", "x", "--side", "left"], /Allowed choices/],
    [["import", "x", "--column", "text"], /field=column/],
    [["predict", "nothing"], /Allowed choices/],
    [["list", "--limit", "-1"], /whole number/],
    [["list", "--from", "2024-02-31"], /yyyy-mm-dd/],
    [["export", "--format", "xlsx"], /Allowed choices/],
    [["export", "--all", "--format", "csv"], /--all is written as JSON Lines/],
    [["edit", "a1"], /nothing to change/],
  ])("are refused with 2 and a sentence: %j", async (args, sentence) => {
    expect(await main(args)).toBe(2);
    expect(err).toMatch(sentence);
  });

  it("are explained by --help of every command", async () => {
    expect(await main(["--help"])).toBe(0);
    const names = [...out.matchAll(/^ {2}([a-z][a-z-]*)/gm)]
      .map((match) => match[1]!)
      .filter((name) => name !== "help");
    const known = ["start", "import", "list", "show", "edit", "remove", "undo", "retag", "export", "predict"];
    expect(names).toEqual(expect.arrayContaining(known));
    for (const name of names) {
      out = "";
      expect([name, await main([name, "--help"])]).toEqual([name, 0]);
      expect(out).toContain(`Usage: parallax ${name}`);
    }
  });
});

describe("the settings", () => {
  it.each([
    [{ PORT: "0" }, /PORT "0" will not do: it takes a number from 1 to 65535/],
    [{ PORT: "http" }, /PORT "http" will not do/],
    [{ HOST: "example.org" }, /HOST "example.org" will not do/],
    [{ DATABASE_URL: "mysql://user:secret@x" }, /^DATABASE_URL will not do: it takes an address/],
    [{ PARALLAX_PASSPHRASE: "short" }, /^PARALLAX_PASSPHRASE will not do: it takes at least 8 characters/],
    [{ PARALLAX_DATA: " " }, /PARALLAX_DATA/],
  ])("are refused with a sentence, secrets kept: %j", (env, sentence) => {
    expect(() => readSettings(env)).toThrow(SettingsError);
    expect(() => readSettings(env)).toThrow(sentence);
  });

  it("are on loopback and writable by default, and read-only on a network address", () => {
    expect(readSettings({ PORT: "" })).toMatchObject({ port: 3000, host: "localhost", readOnly: false });
    expect(readSettings({ HOST: "0.0.0.0" }).readOnly).toBe(true);
  });
});
