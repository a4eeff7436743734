import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

const COOKIE = "parallax_writer";
/** A lesson and its preparation. */
const LASTS_SECONDS = 8 * 3600;
/** Wrong tries a minute for all visitors together; a passphrase of eight letters then outlasts any lesson. */
const TRIES = 10;
const LONGEST_FORM = 4096;

/** Who may write from the network: whoever gave the passphrase lately. Forgotten when the server ends. */
export class Writers {
  readonly #passphrase: Buffer | null;
  readonly #sessions = new Map<string, number>();
  readonly #now: () => number;
  #wrong: number[] = [];

  constructor(passphrase: string | null, now: () => number = Date.now) {
    this.#passphrase = passphrase === null ? null : digest(passphrase);
    this.#now = now;
  }

  /** True when the request carries a session that was opened with the passphrase and has not run out. */
  knows(request: IncomingMessage): boolean {
    const token = new RegExp(`(?:^|;\\s*)${COOKIE}=([A-Za-z0-9_-]+)`).exec(request.headers.cookie ?? "")?.[1];
    return token !== undefined && (this.#sessions.get(token) ?? 0) > this.#now();
  }

  /** Answers the form of /passphrase: back to the page, with a session when the passphrase was right. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = new URLSearchParams(await readForm(request)).get("passphrase") ?? "";
    const outcome = this.#judge(given);
    if (outcome === "right") {
      const token = randomBytes(24).toString("base64url");
      this.#sessions.set(token, this.#now() + LASTS_SECONDS * 1000);
      response.setHeader(
        "set-cookie",
        `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${LASTS_SECONDS}`,
      );
    }
    response.writeHead(303, { location: `/passphrase?answer=${outcome}` }).end();
  }

  #judge(given: string): "right" | "wrong" | "later" | "none" {
    if (this.#passphrase === null) return "none";
    const now = this.#now();
    this.#wrong = this.#wrong.filter((at) => now - at < 60_000);
    if (this.#wrong.length >= TRIES) return "later";
    if (timingSafeEqual(digest(given), this.#passphrase)) return "right";
    this.#wrong.push(now);
    return "wrong";
  }
}

const digest = (text: string): Buffer => createHash("sha256").update(text.normalize("NFC")).digest();

async function readForm(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > LONGEST_FORM) return "";
  }
  return body;
}
