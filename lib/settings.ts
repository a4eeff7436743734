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
  /** Hosts ("name" or "name:port") that may be fetched from although they are private; for an intranet or a test. */
  allowHosts: string[];
  /** Milliseconds between two requests to one host. */
  hostDelay: number;
  /** How an outlet reaches who runs this; sent with the name of the program. */
  contact: string | null;
}

export class SettingsError extends Error {}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1"]);

const listed = (value: string): string[] =>
  value
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");

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
  PARALLAX_ALLOW_HOSTS: z
    .string()
    .default("")
    .refine(
      (v) => listed(v).every((host) => /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host)),
      "host names parted by commas, each with or without :port",
    ),
  PARALLAX_HOST_DELAY: z
    .string()
    .default("1000")
    .refine((v) => /^\d{1,6}$/.test(v), "milliseconds from 0 to 999999"),
  PARALLAX_CONTACT: z
    .string()
    .optional()
    .refine((v) => v === undefined || /^[\x21-\x7e]{1,200}$/.test(v), "an e-mail or web address"),
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
    allowHosts: listed(v.PARALLAX_ALLOW_HOSTS),
    hostDelay: Number(v.PARALLAX_HOST_DELAY),
    contact: v.PARALLAX_CONTACT ?? null,
  };
}
