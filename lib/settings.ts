import { z } from "zod";

/** Everything the environment may set. The only reader of process.env. */
export interface Settings {
  port: number;
  host: string;
  dataFolder: string;
  databaseUrl: string | null;
  codebookFolder: string | null;
  passphrase: string | null;
  /** True when the server listens beyond loopback: writing from outside then needs the passphrase. */
  readOnly: boolean;
}

export class SettingsError extends Error {}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1"]);

const schema = z.object({
  PORT: z
    .string()
    .default("3000")
    .refine((v) => /^\d+$/.test(v) && Number(v) > 0 && Number(v) < 65536, "a number from 1 to 65535"),
  HOST: z
    .string()
    .default("localhost")
    .refine((v) => LOOPBACK.has(v) || /^[0-9a-fA-F.:]+$/.test(v), "localhost or an address such as 0.0.0.0"),
  PARALLAX_DATA: z
    .string()
    .default(".parallax")
    .refine((v) => v.trim() !== "", "a folder"),
  DATABASE_URL: z
    .string()
    .optional()
    .refine(
      (v) => v === undefined || /^postgres(ql)?:\/\//.test(v),
      "an address that begins with postgres:// or postgresql://",
    ),
  PARALLAX_CODEBOOK: z.string().optional(),
  PARALLAX_PASSPHRASE: z
    .string()
    .optional()
    .refine((v) => v === undefined || v.length >= 8, "at least 8 characters"),
});

/**
 * Reads and checks the environment; an empty value counts as not set.
 * @throws SettingsError with one sentence for each wrong value: name, value, what is wanted.
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, env[name] === "" ? undefined : env[name]]),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues
        .map((i) => {
          const name = String(i.path[0]);
          const shown = name === "PARALLAX_PASSPHRASE" || name === "DATABASE_URL" ? "" : ` "${given[name] ?? ""}"`;
          return `${name}${shown} will not do: it takes ${i.message}.`;
        })
        .join("\n"),
    );
  }
  const v = parsed.data;
  return {
    port: Number(v.PORT),
    host: v.HOST,
    dataFolder: v.PARALLAX_DATA,
    databaseUrl: v.DATABASE_URL ?? null,
    codebookFolder: v.PARALLAX_CODEBOOK ?? null,
    passphrase: v.PARALLAX_PASSPHRASE ?? null,
    readOnly: !LOOPBACK.has(v.HOST),
  };
}
