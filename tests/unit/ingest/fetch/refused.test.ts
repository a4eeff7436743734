import { expect, test } from "vitest";
import { FetchRefused } from "#lib/ingest/fetch/refused.ts";

test("a refusal of another copy of the module, as bundles have it, is a refusal, and other errors are none", async () => {
  const path = "#lib/ingest/fetch/refused.ts?another";
  const other = (await import(/* @vite-ignore */ path)) as { FetchRefused: typeof FetchRefused };
  expect(other.FetchRefused).not.toBe(FetchRefused);
  expect(new other.FetchRefused("robots", "no")).toBeInstanceOf(FetchRefused);
  expect(new Error("robots")).not.toBeInstanceOf(FetchRefused);
  expect(null).not.toBeInstanceOf(FetchRefused);
});
