import { reasonOf } from "./is-final.ts";
import type { Surroundings } from "./surroundings.ts";

/** Whether somebody is a trainer, where it only changes what they read: without an answer they read what everybody does. */
export async function seemsTrainer(
  { roles, log }: Pick<Surroundings, "roles" | "log">,
  { team, user }: { team: string; user: string },
): Promise<boolean> {
  try {
    return await roles.isTrainer(team, user);
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, "whether somebody is a trainer could not be looked up");
    return false;
  }
}
