import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parallax, temporaryFolder } from "#tests/support/cli.ts";
import { articlePage, OutletServer } from "#tests/support/outletServer.ts";
import { ownText } from "#tests/support/texts.ts";

const sentence = (i: number): string =>
  `The harbour committee of district ${i} said its ferries would keep to the winter timetable. ${ownText(i, 12)}`;

describe("addresses and feeds on the command line", () => {
  const folder = temporaryFolder();
  const data = join(folder, "data");
  let outlet: OutletServer;
  beforeAll(async () => {
    outlet = await new OutletServer().start();
    for (let i = 0; i < 8; i++) outlet.on(`/report/${i}`, articlePage(`Ferries, part ${i}`, sentence(i)));
    outlet.on("/closed", (_, response) => response.writeHead(402).end("subscribers only"));
    const items = [0, 1].map(
      (i) => `<item><title>Ferries, part ${i}</title><link>${outlet.url(`/report/${i}`)}</link></item>`,
    );
    outlet.on(
      "/feed",
      `<rss version="2.0"><channel><title>Harbour</title>${items.join("")}<item><title>Only for subscribers</title><link>${outlet.url("/closed")}</link><description>The committee kept its papers, it was said on Monday.</description></item></channel></rss>`,
      "text/xml",
    );
  });
  afterAll(async () => {
    await outlet.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const env = () => ({ PARALLAX_ALLOW_HOSTS: outlet.host, PARALLAX_HOST_DELAY: "0" });
  const run = (...args: string[]) => parallax(args, { data, env: env() });
  const titles = async (): Promise<string[]> => {
    const { rows } = JSON.parse((await run("list", "--json", "--sort", "title")).out) as { rows: { title: string }[] };
    return rows.map((row) => row.title);
  };

  it("collect again and again until they are told to stop, and leave everything whole", async () => {
    expect((await run("feeds", "add", outlet.url("/feed"))).code).toBe(0);
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const child = spawn(process.execPath, ["lib/cli/bin.mjs", "collect", "--every", "1m", "--json"], {
        env: { ...process.env, DATABASE_URL: "", PARALLAX_DATA: data, ...env() },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const report = await new Promise<string>((resolve) =>
        child.stdout.once("data", (chunk) => resolve(String(chunk))),
      );
      expect(JSON.parse(report)).toMatchObject({ feeds: { asked: 1, failed: 0 }, waiting: 0 });
      const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
      child.kill(signal);
      expect(await code).toBe(0);
    }
    expect(await titles()).toEqual(["Ferries, part 0", "Ferries, part 1", "Only for subscribers"]);
  });

  it("import the pages that lists, Media Cloud tables and GDELT answers name, and say which could not be had", async () => {
    const list = join(folder, "list.txt");
    writeFileSync(list, `# ours\n${outlet.url("/report/2")}\n${outlet.url("/report/3")}\n${outlet.url("/closed")}\n`);
    const cloud = join(folder, "cloud.csv");
    writeFileSync(
      cloud,
      `id,publish_date,title,url,language,media_name,media_url,indexed_date\nx1,2025-03-01,Ferries,${outlet.url("/report/4")},en,harbour.example,harbour.example,2025-03-02\n`,
    );
    const gdelt = join(folder, "gdelt.json");
    const article = {
      url: outlet.url("/report/5"),
      title: "F",
      seendate: "20250301T101500Z",
      domain: "h",
      language: "English",
    };
    writeFileSync(gdelt, JSON.stringify({ articles: [article] }));
    const plain = join(folder, "plain.csv");
    writeFileSync(plain, `url,outlet\n${outlet.url("/report/6")},Harbour Post\n`);
    const { code, out, err } = await run("import", list, cloud, gdelt, plain);
    const [counts, sides] = out.split("\n");
    expect(counts).toBe("5 added, 0 already stored, 1 rejected.");
    expect(sides).toMatch(/^5 articles have no side .*\(no outlet 2, harbour\.example 1, h 1, Harbour Post 1\)/);
    expect(code).toBe(1);
    expect(err).toContain(`${list}:4: ${outlet.url("/closed")}: `);
    expect(await titles()).toEqual([...[0, 1, 2, 3, 4, 5, 6].map((i) => `Ferries, part ${i}`), "Only for subscribers"]);
    expect((await run("import", list)).out).toBe("0 added, 2 already stored, 1 rejected.\n");
  });
});
