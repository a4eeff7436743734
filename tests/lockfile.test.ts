import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
  version?: string;
}
const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as {
  packages: Record<string, Locked>;
};
const WANTED = [
  ["linux", "x64"],
  ["darwin", "arm64"],
  ["win32", "x64"],
] as const;

/** Platforms a package's native parts are locked for; null when it has none. */
function platformsOf(packages: Record<string, Locked>, parent: Locked): string[] | null {
  const names = Object.keys(parent.optionalDependencies ?? {});
  const parts = names.flatMap((name) => {
    const found = Object.entries(packages).find(([path]) => path.endsWith(`node_modules/${name}`));
    return found ? [found[1]] : [];
  });
  const native = parts.filter((part) => part.os && part.cpu);
  const families = names.filter((name) => /(linux|darwin|win32|windows)/.test(name));
  if (native.length === 0 && families.length === 0) return null;
  return native.flatMap((part) => part.os!.flatMap((os) => part.cpu!.map((cpu) => `${os}-${cpu}`)));
}

const native = (packages: Record<string, Locked>) =>
  Object.entries(packages).flatMap(([path, entry]) => {
    const platforms = platformsOf(packages, entry);
    return platforms === null ? [] : [{ path, platforms }];
  });

/** Packages that exist for one system only, by design. */
const ONE_SYSTEM = /(^|\/)(fsevents)$/;

describe("package-lock.json", () => {
  it("holds the native parts of every package for Linux, macOS and Windows", () => {
    const packages = native(lock.packages);
    expect(packages.length).toBeGreaterThan(2);
    const missing = packages
      .filter(({ path, platforms }) => !ONE_SYSTEM.test(path) && platforms.length > 1)
      .flatMap(({ path, platforms }) =>
        WANTED.filter(([os, cpu]) => !platforms.includes(`${os}-${cpu}`)).map(([os, cpu]) => `${path}: ${os}-${cpu}`),
      );
    expect(missing).toEqual([]);
  });

  it("would notice a missing part", () => {
    const parts = { "@x/linux": "1", "@x/darwin": "1" };
    const packages = {
      "node_modules/x": { optionalDependencies: parts },
      "node_modules/@x/linux": { os: ["linux"], cpu: ["x64"] },
      "node_modules/@x/darwin": { os: ["darwin"], cpu: ["arm64"] },
    };
    expect(native(packages)[0]?.platforms).toEqual(["linux-x64", "darwin-arm64"]);
  });

  it("pins every version in package.json exactly", () => {
    const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as Record<
      "dependencies" | "devDependencies",
      Record<string, string>
    >;
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
