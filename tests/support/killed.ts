import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomIndex, seededRandom } from "#lib/compare/random.ts";
import { openStore } from "#lib/store/openStore.ts";
import { OutletServer } from "./outletServer.ts";

const WORDS =
  "bridge river town hall mayor repair road village mill bank pier stone engineer water boat market council winter storm train school garden field harbour ferry".split(
    " ",
  );

/** Sentences of an article of its own, in English words enough to be told as such. */
function sentencesOf(i: number): string[] {
  const random = seededRandom(i + 1);
  const word = (): string => WORDS[randomIndex(random, WORDS.length)] as string;
  return Array.from(
    { length: 8 },
    () =>
      `The ${word()} of the ${word()} near the ${word()} was not to be what the ${word()} had said of it, and so the ${word()} and its ${word()} went on with the ${word()} as they had been with the ${word()}.`,
  );
}

function page(i: number): string {
  const title = `Report ${i} from the river`;
  const sentences = sentencesOf(i);
  const paragraphs = [0, 2, 4, 6].map((at) => `<p>${sentences.slice(at, at + 2).join(" ")}</p>`);
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2025-03-28"></head><body><main><article><h1>${title}</h1>${paragraphs.join("")}</article></main></body></html>`;
}

export interface Survived {
  /** Articles in the store, distinct titles among them, those whose text is whole, articles the sums know of. */
  stored: number;
  distinct: number;
  whole: number;
  summed: number;
  kills: number;
  runs: number;
}

/** Collects `count` addresses of a server of ours with a process that is killed (SIGKILL) at `kills` random moments. */
export async function collectKilled(folder: string, count: number, kills: number, heldFor: number): Promise<Survived> {
  const random = seededRandom(count);
  const outlet = await new OutletServer().start();
  let killed = 0;
  for (let i = 0; i < count - 1; i++) outlet.on(`/report/${i}`, page(i));
  // The last page is given only after the last kill: a quick machine must not be done before.
  outlet.on(`/report/${count - 1}`, (_, response) => {
    if (killed >= kills) response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(count - 1));
  });
  const list = join(folder, "addresses.txt");
  writeFileSync(list, Array.from({ length: count }, (_, i) => outlet.url(`/report/${i}`)).join("\n"));
  const data = join(folder, "data");
  let runs = 0;
  for (let waiting = true; waiting && runs < kills + 20;) {
    runs++;
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "tests/support/collector.ts", data, list, outlet.host, String(heldFor)],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let out = "";
    child.stdout.on("data", (chunk) => (out += String(chunk)));
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    if (killed < kills) {
      // After a random number of pages and a random moment more: between fetch, tag, store and settle.
      const pages = outlet.requests.length + 1 + random() * (count / (kills + 1));
      while (child.exitCode === null && outlet.requests.length < pages) await moment(20);
      await moment(random() * 1500);
      if (child.exitCode === null && child.kill("SIGKILL")) killed++;
    }
    await ended;
    waiting = out.trim() !== "waiting 0";
    if (waiting && killed >= kills) await moment(heldFor);
  }
  await outlet.stop();
  return { ...(await survivors(data)), kills: killed, runs };
}

async function survivors(data: string): Promise<Pick<Survived, "stored" | "distinct" | "whole" | "summed">> {
  const store = await openStore({ dataFolder: data, databaseUrl: null });
  const titles: string[] = [];
  let whole = 0;
  let superseded = 0;
  for await (const rows of store.pages(200)) {
    for (const { article } of rows) {
      titles.push(article.title);
      const i = Number(/Report (\d+)/.exec(article.title)?.[1]);
      const text = article.text.replaceAll(/\s+/g, " ");
      if (text === sentencesOf(i).join(" ")) whole++;
      if (article.supersededBy) superseded++;
    }
  }
  const sums = await store.rollUps({ measure: "frame", voice: "own" });
  const target = sums[0]?.target;
  const summed = sums.filter((each) => each.target === target).reduce((sum, each) => sum + each.n, 0);
  await store.close();
  return { stored: titles.length, distinct: new Set(titles).size, whole, summed: summed + superseded };
}

const moment = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
