import "server-only";
import { mayWrite } from "#app/_writing.ts";

/** Runs a write for those who may; a failure a person can mend becomes a sentence, others stay in the server's log. */
export async function answer(
  mendable: readonly (abstract new (...args: never[]) => Error)[],
  work: () => Promise<unknown>,
): Promise<Response> {
  if (!(await mayWrite())) {
    return Response.json({ problem: "This dashboard is read-only for you." }, { status: 403 });
  }
  try {
    const said = await work();
    return said instanceof Response ? said : Response.json(said);
  } catch (error) {
    if (mendable.some((kind) => error instanceof kind)) {
      return Response.json({ problem: (error as Error).message }, { status: 400 });
    }
    throw error;
  }
}
