import { expect, it } from "vitest";
import { machineTranslation } from "#lib/ingest/normalize/machineTranslation.ts";

it("takes guillemets beside straight marks and a dash inside a compound for a machine's translation", () => {
  const text = 'The so—called "guarantees" lost in price. On the wall remained the inscription: «Keep tidy».';
  expect(machineTranslation(text, []).flag).toBe(true);
  expect(machineTranslation(text.replace("so—called", "so-called"), []).flag).toBe(false);
});
