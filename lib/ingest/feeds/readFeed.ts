import { FetchRefused } from "#lib/ingest/fetch/refused.ts";
import { htmlOf } from "#lib/ingest/fetch/readPages.ts";
import { FeedProblem, type ReadFeed } from "./feed.ts";
import { readJsonFeed } from "./jsonFeed.ts";
import { readXmlFeed } from "./xmlFeed.ts";

/** Reads a feed of any form from its bytes. `address`: where it was had, for relative links. @throws FeedProblem */
export function readFeed(answer: { body: Buffer; contentType: string }, address: string): ReadFeed {
  let text: string;
  try {
    text = htmlOf(answer).replace(/^\uFEFF/, "");
  } catch (error) {
    if (error instanceof FetchRefused) throw new FeedProblem("The answer is not text.");
    throw error;
  }
  return /^\s*[{[]/.test(text.slice(0, 1000)) ? readJsonFeed(text) : readXmlFeed(text, address);
}
