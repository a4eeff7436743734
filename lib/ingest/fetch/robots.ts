import robotsParser from "robots-parser";
import type { Hop } from "./request.ts";

export interface RobotsRules {
  allows(url: URL): boolean;
  /** Crawl-delay in milliseconds; 0 where none is named. */
  delay: number;
}

const OPEN: RobotsRules = { allows: () => true, delay: 0 };
const CLOSED: RobotsRules = { allows: () => false, delay: 0 };
/** Longer files are read to here only (RFC 9309, section 2.5). */
const LONGEST = 512_000;

/** The rules an answer for /robots.txt stands for: 4xx opens everything, 5xx closes it (RFC 9309, section 2.3.1). */
export function robotsRules(address: URL, answer: Pick<Hop, "status" | "body"> | null, userAgent: string): RobotsRules {
  if (answer === null) return OPEN;
  if (answer.status >= 500) return CLOSED;
  if (answer.status !== 200) return OPEN;
  const name = userAgent.split("/")[0] ?? userAgent;
  const rules = robotsParser(address.href, answer.body.subarray(0, LONGEST).toString("utf8"));
  return {
    allows: (url) => rules.isAllowed(url.href, name) !== false,
    delay: 1000 * (rules.getCrawlDelay(name) ?? 0),
  };
}
