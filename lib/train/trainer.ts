import type { Codebook } from "#lib/domain/codebook.ts";

export interface TrainInput {
  codebook: Codebook;
  /** Parsed rows of a JSON Lines file, by its path inside the data folder. @throws Error when there is no such file. */
  rows(path: string): readonly unknown[];
  /** Whether the data folder holds the file. */
  has(path: string): boolean;
  /** Parsed rows of a JSON Lines file of corpus/training. @throws Error when there is no such file. */
  ours(name: string): readonly unknown[];
  /** ISO day written into card and measurement. */
  date: string;
  /** One line of progress. */
  log(line: string): void;
}

/** One model that can be trained. Same data, codebook and date give the same bytes. */
export interface Trainer {
  name: string;
  /** One line for --help: what it makes, from what. */
  describe: string;
  /** Files to write by path inside corpus/models, cards and measurements among them. */
  run(input: TrainInput): Record<string, unknown>;
}
