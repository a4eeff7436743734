import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const read = (path: string): string => readFileSync(`${root}${path}`, "utf8");
const markdown = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  "corpus/README.md",
  ...readdirSync(`${root}lib/decisions`).map((name) => `lib/decisions/${name}`),
].filter((path) => existsSync(`${root}${path}`));

/** Paths of this project named in a text: lib/…, app/…, corpus/…, tests/…, .ci/…, or a Markdown file at the top. */
function pathsIn(text: string): string[] {
  const found = text.match(/(?<![\w/.-])(?:(?:lib|app|corpus|tests|\.ci)\/[\w./[\]-]*\w|[A-Z]{4,}\.md)/g) ?? [];
  return [...new Set(found)];
}

/** Every command's name with whether its own help explains it. */
const commands = readdirSync(`${root}lib/cli/commands`).flatMap((file) => {
  const found = read(`lib/cli/commands/${file}`).matchAll(/\.command\("([a-z-]+)"\)\)?\s*(\.description\()?/g);
  return [...found].map((match) => ({ name: match[1]!, explained: match[2] !== undefined }));
});

describe("the documents", () => {
  it("name only files and folders that exist", () => {
    const named = markdown.flatMap((file) => pathsIn(read(file)).map((path) => ({ file, path })));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ path }) => !existsSync(`${root}${path}`))).toEqual([]);
  });

  it("know every command of the command line", () => {
    const inReadme = (name: string): boolean => read("README.md").includes(`parallax ${name}`);
    expect(commands.filter(({ name }) => inReadme(name)).length).toBeGreaterThan(9);
    expect(commands.filter(({ name, explained }) => !explained && !inReadme(name))).toEqual([]);
  });

  it("know every setting, and no other", () => {
    const settings = [...read("lib/settings.ts").matchAll(/^ {2}([A-Z_]+): z/gm)].map((match) => match[1]!);
    expect(settings.length).toBeGreaterThan(4);
    const told = [...read("README.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]!);
    expect(told.toSorted()).toEqual(settings.toSorted());
  });

  it("give only npm scripts that exist", () => {
    const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts);
    const named = markdown.flatMap((file) =>
      [...read(file).matchAll(/npm run (?:-s )?([\w:]+)/g)].map((match) => match[1]!),
    );
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});
