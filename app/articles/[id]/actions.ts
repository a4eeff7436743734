"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { context } from "#app/_context.ts";
import { assertMayWrite } from "#app/_writing.ts";
import { ChangeError } from "#lib/operations/changeError.ts";
import { editArticle, type Change } from "#lib/operations/editArticle.ts";
import type { Rulings } from "#lib/operations/rulings.ts";
import { removeArticle } from "#lib/operations/removeArticle.ts";

/** What the form says after it was sent. */
export interface Answer {
  ok: boolean;
  said: string;
}

/** Changes what the form changed of an article, and nothing else; every field is logged with the reason. */
export async function correct(id: string, _before: Answer | null, form: FormData): Promise<Answer> {
  await assertMayWrite();
  const changed = (name: string): string | undefined => {
    const now = form.get(name);
    return typeof now === "string" && now.trim() !== form.get(`was-${name}`) ? now.trim() : undefined;
  };
  const [outlet, side, date, event] = ["outlet", "side", "date", "event"].map(changed);
  const reason = String(form.get("reason") ?? "").trim();
  const change: Change = {
    ...(outlet === undefined ? {} : { outlet }),
    ...(side === undefined ? {} : { side }),
    ...(date === undefined ? {} : { date }),
    ...(event === undefined ? {} : { event }),
    ...rulingsOf(form, changed),
  };
  if (Object.keys(change).length === 0) return { ok: false, said: "Nothing was changed in the form." };
  if (reason === "") return { ok: false, said: "Say why; the reason is kept with the change." };
  try {
    const found = await editArticle(await context(), id, { ...change, reason });
    if (!found) return { ok: false, said: "The article is no longer there." };
  } catch (error) {
    if (error instanceof ChangeError) return { ok: false, said: error.message };
    throw error;
  }
  revalidatePath("/", "layout");
  return { ok: true, said: "Changed. Every chart counts it so from now on." };
}

/** What the form rules on versions and wire copy. A changed origin restates the ruling it belongs to. */
function rulingsOf(form: FormData, changed: (name: string) => string | undefined): Rulings {
  const [wire, origin] = [changed("wire"), changed("origin")];
  const said = String(form.get("origin") ?? "").trim();
  const versions = [...form.keys()]
    .filter((name) => name.startsWith("version-"))
    .map((name) => ({ id: name.slice("version-".length), to: changed(name) }));
  const ids = (wanted: string): string[] => versions.filter(({ to }) => to === wanted).map(({ id }) => id);
  const ruling = wire ?? (origin === undefined ? undefined : String(form.get("wire")));
  return {
    ...(ruling === undefined ? {} : { wire: ruling, ...((ruling === "copy" || origin) && { origin: said }) }),
    ...(versions.some(({ to }) => to !== undefined) && {
      versionOf: ids("same"),
      notVersionOf: ids("apart"),
      versionAuto: ids("auto"),
    }),
  };
}

/** Takes the article out for good. */
export async function remove(id: string): Promise<void> {
  await assertMayWrite();
  await removeArticle(await context(), id);
  revalidatePath("/", "layout");
  redirect("/articles");
}
