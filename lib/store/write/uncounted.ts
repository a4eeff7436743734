import type { Queryable } from "#lib/store/connection.ts";
import type { Share } from "./groups.ts";
import { noteChange } from "./noteChange.ts";

const COLUMNS = "kind, outlet, side, sub_group, teaching, machine_translated, event, language, week";

/** Counts what charts leave out, headlines and earlier versions, by the same groups. Part of the caller's transaction. */
export async function addUncounted(tx: Queryable, all: readonly Share[], sign: 1 | -1): Promise<void> {
  const left = all.filter(({ uncounted }) => uncounted !== null);
  if (left.length === 0) return;
  await tx.query(
    `INSERT INTO uncounted (${COLUMNS}, articles)
     SELECT ${COLUMNS}, $2::int * count(*) FROM jsonb_to_recordset($1::text::jsonb) AS g (kind text, outlet text, side text,
       sub_group text, teaching boolean, machine_translated boolean, event text, language text, week text)
     GROUP BY ${COLUMNS}
     ON CONFLICT (${COLUMNS}) DO UPDATE SET articles = uncounted.articles + excluded.articles`,
    [JSON.stringify(left.map(({ group, uncounted }) => ({ ...group, kind: uncounted }))), sign],
  );
  if (sign === -1) await tx.run("DELETE FROM uncounted WHERE articles = 0");
  await noteChange(tx);
}
