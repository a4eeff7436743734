import { createServer, request as send, type IncomingMessage, type RequestOptions, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, it } from "vitest";
import { guarded } from "#lib/cli/guarded.ts";
import { permitsWriting } from "#lib/operations/writePermission.ts";
import { readSettings } from "#lib/settings.ts";

/** A page behind the guard that says whether its visitor may write. */
const page = (request: IncomingMessage, response: { end: (text: string) => unknown }): void => {
  const header = request.headers["x-parallax-write"];
  response.end(permitsWriting(typeof header === "string" ? header : null) ? "may write" : "may read");
};

let server: Server | null = null;
afterEach(() => server?.close());

async function start(env: Record<string, string>): Promise<number> {
  const settings = readSettings(env);
  server = createServer(guarded(settings, page));
  await new Promise<void>((resolve) => server!.listen(0, settings.readOnly ? "0.0.0.0" : "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

interface Answer {
  status: number;
  body: string;
  headers: IncomingMessage["headers"];
}

function ask(port: number, options: RequestOptions & { body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send({ host: "127.0.0.1", port, ...options }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => (body += String(chunk)));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }));
    });
    outgoing.on("error", reject);
    outgoing.end(options.body);
  });
}

/** This computer's address on a network, through which a request does not come from loopback. */
const outside = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find((each) => each.family === "IPv4" && !each.internal)?.address;

describe("the guard of the dashboard", () => {
  it("lets this computer read and write under its own names", async () => {
    const port = await start({});
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) {
      expect(await ask(port, { headers: { host } })).toMatchObject({ status: 200, body: "may write" });
      const headers = { host, origin: `http://${host}`, "sec-fetch-site": "same-origin" };
      expect(await ask(port, { method: "POST", headers })).toMatchObject({ status: 200, body: "may write" });
    }
  });

  it("refuses a name that was rebound to this computer", async () => {
    const port = await start({});
    for (const host of ["evil.example", `evil.example:${port}`, "localhost.evil.example", "192.168.1.5"]) {
      expect((await ask(port, { headers: { host } })).status).toBe(421);
    }
  });

  it("refuses what another page sends, whatever its kind", async () => {
    const port = await start({});
    const host = `localhost:${port}`;
    const foreign = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `http://localhost:${port + 1}` },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of foreign) {
      for (const method of ["POST", "PUT", "DELETE", "GET"]) {
        expect([headers, method, (await ask(port, { method, headers: { host, ...headers } })).status]).toEqual([
          headers,
          method,
          403,
        ]);
      }
    }
    const link = { host, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expect((await ask(port, { headers: link })).status).toBe(200);
  });

  it("drops a write permission a visitor made up", async () => {
    const port = await start({ HOST: "0.0.0.0" });
    const headers = { host: `127.0.0.1:${port}`, "x-parallax-write": "yes" };
    expect(await ask(port, { headers })).toMatchObject({ body: "may write" });
    expect(permitsWriting("yes")).toBe(false);
    expect(permitsWriting("")).toBe(false);
    expect(permitsWriting(null)).toBe(false);
  });

  it("sends a policy that runs no script of a page's text, new for each answer", async () => {
    const port = await start({});
    const policies = await Promise.all(
      [1, 2].map(async () =>
        String((await ask(port, { headers: { host: `localhost:${port}` } })).headers["content-security-policy"]),
      ),
    );
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    expect(policies[0]).not.toMatch(/script-src[^;]*unsafe/);
    expect(policies[0]).toContain("frame-ancestors 'none'");
    expect(policies[0]).not.toBe(policies[1]);
  });

  it.runIf(outside)("is read-only from the network until the passphrase is given, and slows guessing", async () => {
    const port = await start({ HOST: "0.0.0.0", PARALLAX_PASSPHRASE: "correct horse" });
    const there = { host: outside!, headers: { host: `${outside}:${port}` } };
    expect(await ask(port, there)).toMatchObject({ status: 200, body: "may read" });
    expect((await ask(port, { ...there, method: "POST", path: "/import" })).status).toBe(403);
    expect((await ask(port, { ...there, headers: { host: "localhost" } })).body).toBe("may read");
    const unlock = (passphrase: string) =>
      ask(port, {
        ...there,
        method: "POST",
        path: "/passphrase",
        body: new URLSearchParams({ passphrase }).toString(),
      });
    expect((await unlock("wrong")).headers.location).toBe("/passphrase?answer=wrong");
    const right = await unlock("correct horse");
    expect(right.headers.location).toBe("/passphrase?answer=right");
    const cookie = String(right.headers["set-cookie"]).split(";")[0]!;
    expect(String(right.headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Strict/);
    const unlocked = { ...there, headers: { ...there.headers, cookie } };
    expect(await ask(port, { ...unlocked, method: "POST", path: "/import" })).toMatchObject({
      status: 200,
      body: "may write",
    });
    for (let i = 0; i < 10; i++) await unlock(`guess ${i}`);
    expect((await unlock("correct horse")).headers.location).toBe("/passphrase?answer=later");
  });

  it.runIf(outside)("stays read-only from the network when the owner set no passphrase", async () => {
    const port = await start({ HOST: "0.0.0.0" });
    const there = { host: outside!, headers: { host: `${outside}:${port}` } };
    const answer = await ask(port, { ...there, method: "POST", path: "/passphrase", body: "passphrase=" });
    expect(answer.headers.location).toBe("/passphrase?answer=none");
    expect((await ask(port, { ...there, method: "POST" })).status).toBe(403);
  });
});
