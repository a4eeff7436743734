import { checkAddress } from "./checkAddress.ts";
import { HostQueue } from "./hostQueue.ts";
import { DEFAULT_POLICY, isAllowed, type FetchPolicy } from "./policy.ts";
import { FetchRefused } from "./refused.ts";
import { Reached } from "./reached.ts";
import { requestOnce, type Hop } from "./request.ts";
import { robotsRules, type RobotsRules } from "./robots.ts";

export interface Fetched extends Omit<Hop, "location"> {
  /** Where the last redirect led. */
  url: string;
  notModified: boolean;
}
export interface FetchOptions {
  /** Validators of an earlier answer; the server then may say "not modified". */
  etag?: string | null;
  lastModified?: string | null;
  accept?: string;
  /** Media types that are read; everything else is refused by name. */
  types?: RegExp;
  /** What is known of hosts in this run; those that never answer are not asked on. */
  reached?: Reached;
}

/** What feeds are served as, and pages that may name one. */
export const FEED_TYPES = /^(text\/(xml|html|plain)|application\/([\w.]+\+)?(xml|json)|application\/octet-stream)\b/i;
export const FEED_ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";
const PAGES = /^(text\/html|application\/xhtml\+xml|text\/plain)\b/i;

/**
 * The guarded network, the only code that opens a connection: addresses and every redirect checked, robots.txt and
 * Crawl-delay honoured, one request a host at a time, sizes and times bounded, no cookies.
 */
export class Network {
  readonly policy: FetchPolicy;
  readonly #queue = new HostQueue();
  readonly #robots = new Map<string, Promise<RobotsRules>>();

  constructor(policy: Partial<FetchPolicy> = {}) {
    this.policy = { ...DEFAULT_POLICY, ...policy };
  }

  /** @throws FetchRefused with the cause and the way out; nothing of a refused answer is in its message. */
  async fetch(address: string, options: FetchOptions = {}): Promise<Fetched> {
    const { policy } = this;
    const { reached = new Reached() } = options;
    let url = checkAddress(address, policy);
    for (let hop = 0; hop <= policy.redirects; hop++) {
      const rules = await this.#rules(url, reached);
      if (!rules.allows(url)) {
        throw new FetchRefused(
          "robots",
          `${url.host} asks programs not to read this page (robots.txt). Save it and import the file.`,
        );
      }
      const at = url;
      const answer = await this.#inTurn(
        at,
        () => this.#delay(rules),
        () => this.#ask(at, options),
        reached,
      );
      if (answer.status === 304) return { ...answer, url: at.href, notModified: true };
      if (answer.status < 300 || answer.status >= 400) return this.#used(answer, at, options);
      if (answer.location === null) throw new FetchRefused("status", `${at.host} sent a redirect that leads nowhere.`);
      url = checkAddress(answer.location, policy, at);
    }
    throw new FetchRefused("redirects", `The address was passed on more than ${policy.redirects} times.`);
  }

  #used(answer: Hop, url: URL, options: FetchOptions): Fetched {
    if (answer.status === 401 || answer.status === 402 || answer.status === 403) {
      throw new FetchRefused(
        "status",
        `${url.host} does not let programs read this page (${answer.status}). Save it and import the file.`,
      );
    }
    if (answer.status === 404 || answer.status === 410)
      throw new FetchRefused("status", `${url.host} has no such page (${answer.status}).`);
    const { retryAfter } = answer;
    if (answer.status === 429) {
      throw new FetchRefused("status", `${url.host} asks to wait before the next request.`, {
        passing: true,
        retryAfter,
      });
    }
    if (answer.status !== 200) {
      const passing = answer.status >= 500 || answer.status === 408;
      throw new FetchRefused("status", `${url.host} answered with status ${answer.status}.`, { passing, retryAfter });
    }
    const type = answer.contentType.split(";")[0]?.trim() ?? "";
    if (type !== "" && !(options.types ?? PAGES).test(type)) {
      throw new FetchRefused("content type", `${url.host} sent "${type.slice(0, 60)}", which is not a page of text.`);
    }
    const { location: _location, ...rest } = answer;
    return { ...rest, url: url.href, notModified: false };
  }

  #ask(url: URL, options: FetchOptions): Promise<Hop> {
    const headers: Record<string, string> = {
      accept: options.accept ?? "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
    };
    if (options.etag) headers["if-none-match"] = options.etag;
    if (options.lastModified) headers["if-modified-since"] = options.lastModified;
    return requestOnce(url, headers, this.policy, AbortSignal.timeout(this.policy.totalTime));
  }

  #inTurn({ host }: URL, delay: () => number, ask: () => Promise<Hop>, reached: Reached): Promise<Hop> {
    return this.#queue.run(
      host,
      delay,
      () => reached.note(host, ask),
      () => reached.check(host),
    );
  }

  #delay(rules: RobotsRules): number {
    return Math.min(this.policy.longestDelay, Math.max(this.policy.hostDelay, rules.delay));
  }

  #rules(url: URL, reached: Reached): Promise<RobotsRules> {
    const known = this.#robots.get(url.origin);
    if (known) return known;
    const address = new URL("/robots.txt", url);
    const read = this.#robotsAnswer(address, reached).then((answer) =>
      robotsRules(address, answer, this.policy.userAgent),
    );
    this.#robots.set(url.origin, read);
    read.catch(() => this.#robots.delete(url.origin));
    return read;
  }

  /** Follows redirects of robots.txt, too, each checked; unreachable counts as absent unless it leads inside or to no host. */
  async #robotsAnswer(address: URL, reached: Reached): Promise<Hop | null> {
    let url = address;
    try {
      for (let hop = 0; hop <= this.policy.redirects; hop++) {
        const at = url;
        const ask = (): Promise<Hop> => this.#ask(at, { accept: "text/plain, */*;q=0.1" });
        const answer = await this.#inTurn(at, () => this.policy.hostDelay, ask, reached);
        if (answer.status < 300 || answer.status >= 400 || answer.location === null) return answer;
        url = checkAddress(answer.location, this.policy, at);
      }
      return null;
    } catch (error) {
      if (!(error instanceof FetchRefused) || url !== address) return null;
      const inward = error.reason === "inner address" && !isAllowed(address, this.policy);
      if (inward || error.reason === "no such host" || error.reason === "given up") throw error;
      return null;
    }
  }
}
