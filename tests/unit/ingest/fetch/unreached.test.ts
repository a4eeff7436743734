import { createServer } from "node:net";
import type { AddressInfo, LookupFunction, Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Network } from "#lib/ingest/fetch/network.ts";
import { uploadItems } from "#lib/operations/uploadItems.ts";
import { OutletServer, articlePage } from "#tests/support/outletServer.ts";

const ROWS = 40;

describe("a list of addresses", () => {
  let outlet = new OutletServer();
  let mute = createServer();
  const open = new Set<Socket>();
  let muteHost = "";
  beforeEach(async () => {
    outlet = await new OutletServer().start();
    mute = createServer((socket) => open.add(socket.on("error", () => undefined)));
    await new Promise<void>((done) => mute.listen(0, "127.0.0.1", done));
    muteHost = `127.0.0.1:${(mute.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await outlet.stop();
    open.forEach((socket) => socket.destroy());
    await new Promise((done) => mute.close(done));
  });

  const list = (urls: readonly string[]) => ({
    name: "list.jsonl",
    bytes: Buffer.from(urls.map((url) => JSON.stringify({ title: "A row", url })).join("\n")),
  });
  async function read(network: Network, urls: readonly string[]) {
    const items = [];
    for await (const item of uploadItems({ sources: [list(urls)], addresses: [], network })) items.push(item);
    return items;
  }
  const reasons = (items: Awaited<ReturnType<typeof read>>): string[] =>
    items.map((item) => ("reason" in item ? item.reason : "had"));

  it("asks once for a host that does not exist, refuses its other rows at once and reads those of other hosts", async () => {
    let looked = 0;
    const lookup = ((name: string, _options: unknown, done: (error: Error) => void) => {
      looked++;
      done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND" }));
    }) as LookupFunction;
    outlet.on("/kept", articlePage("Ferry talks", "The ferry talks went on."));
    const gone = Array.from({ length: ROWS }, (_, i) => `https://gone.example.org/${i}`);
    const begun = Date.now();
    const network = new Network({ allowHosts: [outlet.host], lookup, hostDelay: 300 });
    const found = reasons(await read(network, [...gone.slice(0, 9), outlet.url("/kept"), ...gone.slice(9)]));
    expect(looked).toBe(1);
    expect(Date.now() - begun).toBeLessThan(2500);
    expect(found[9]).toBe("had");
    found.splice(9, 1);
    expect(found[0]).toContain('There is no host "gone.example.org", or this machine is offline.');
    for (const [row, reason] of found.entries()) {
      expect(reason).toContain(`https://gone.example.org/${row}: `);
      expect(reason).toContain("import the file");
    }
    expect(found.at(-1)).toContain(
      "gone.example.org could not be reached, so this page was not asked for. Try again when it answers,",
    );
    // Another import tries again: the machine may be online by now.
    await read(network, gone.slice(0, 3));
    expect(looked).toBe(2);
  });

  it("asks a host that never answers twice", async () => {
    let asked = 0;
    mute.on("connection", () => asked++);
    const network = new Network({ allowHosts: [muteHost], hostDelay: 0, idleTime: 150 });
    const found = reasons(
      await read(
        network,
        Array.from({ length: ROWS }, (_, i) => `http://${muteHost}/${i}`),
      ),
    );
    expect(asked).toBe(2);
    expect(found.every((reason) => reason.includes(muteHost))).toBe(true);
    expect(found.filter((reason) => reason.includes("not asked for"))).toHaveLength(ROWS - 1);
  });

  it("goes on with a host that answers between two silences", async () => {
    const urls = Array.from({ length: 12 }, (_, i) => outlet.url(`/${i}`));
    for (const [i] of urls.entries()) {
      outlet.on(`/${i}`, i % 4 === 3 ? articlePage(`Ferry ${i}`, "The ferry talks went on.") : () => undefined);
    }
    const network = new Network({ allowHosts: [outlet.host], hostDelay: 0, idleTime: 60 });
    const found = reasons(await read(network, urls));
    expect(found.map((reason) => reason === "had")).toEqual(urls.map((_, i) => i % 4 === 3));
    expect(found.filter((reason) => reason.includes("not asked for"))).toEqual([]);
  });

  it("gives up on a host that stops answering", async () => {
    const urls = Array.from({ length: ROWS }, (_, i) => outlet.url(`/${i}`));
    outlet.on("/0", articlePage("Ferry 0", "The ferry talks went on."));
    for (let i = 1; i < ROWS; i++) outlet.on(`/${i}`, (request) => request.socket.destroy());
    const found = reasons(await read(new Network({ allowHosts: [outlet.host], hostDelay: 0 }), urls));
    expect(found[0]).toBe("had");
    expect(found.filter((reason) => reason.includes("not asked for"))).toHaveLength(ROWS - 5);
    expect(outlet.requests.length).toBe(6);
  });
});
