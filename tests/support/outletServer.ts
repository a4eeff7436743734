import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server on loopback that plays an outlet; every request is noted. */
export class OutletServer {
  readonly requests: { path: string; at: number; headers: IncomingMessage["headers"] }[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? "/";
      this.requests.push({ path, at: Date.now(), headers: request.headers });
      const answer = this.#answers.get(path);
      if (answer) answer(request, response);
      else response.writeHead(404).end("no such page");
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }
  /** "127.0.0.1:port", as an operator would open it. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  url(path: string): string {
    return `http://${this.host}${path}`;
  }
  on(path: string, answer: Answer | string, type = "text/html; charset=utf-8"): this {
    this.#answers.set(
      path,
      typeof answer === "string"
        ? (_, response) => response.writeHead(200, { "content-type": type }).end(answer)
        : answer,
    );
    return this;
  }
  asked(path: string): number {
    return this.requests.filter((each) => each.path === path).length;
  }
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** An article page in the form outlets use: headings, paragraphs, metadata. The sentences are ours. */
export function articlePage(title: string, sentence: string, extra = ""): string {
  const paragraphs = Array.from(
    { length: 8 },
    (_, i) =>
      `<p>${sentence} Paragraph ${i + 1} adds that ministers met again on the matter and that nothing has been decided so far, officials said after the meeting in the capital.</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:title" content="${title}"><meta property="article:published_time" content="2025-03-28T09:30:00+01:00">${extra}</head><body><main><article><h1>${title}</h1>${paragraphs.join("")}</article></main></body></html>`;
}
