import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import type { Flow } from "../flow/flow.ts";
import type { Desk } from "../store/desk.ts";
import { shelvesOf } from "./library.ts";
import { meet } from "./meet.ts";
import { sayWhere } from "./say-where.ts";
import { once, type Surroundings } from "./surroundings.ts";
import { type Retired, trainersList } from "./trainers-list.ts";

type Typed = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Whether these words ask for the trainers' list; gives a part of a name where they ask for certain flows. */
export function asksForFlows(text: string): { named: string } | undefined {
  const found = /^(?:my |the )?flows(?: ([a-z0-9-]+))?[.!?]*$/.exec(text.trim().toLowerCase());
  return found ? { named: found[1] ?? "" } : undefined;
}

/** Shows a trainer, in their direct message, which flows there are and where each comes from. */
export async function showFlows(
  desk: Desk,
  { team, channel }: { team: string; channel: string },
  { folder, command, named }: { folder: readonly Flow[]; command: string; named: string },
): Promise<void> {
  const isMeant = ({ id }: Flow) => id.includes(named);
  const shelves = (await shelvesOf(desk, team, folder)).filter(({ flow }) => isMeant(flow));
  const retired: Retired[] = [];
  for (const version of await desk.versions.newest(team)) {
    const flow = version.state === "retired" ? await desk.versions.flowOf(version) : undefined;
    if (flow && isMeant(flow)) retired.push({ version, flow });
  }
  await desk.send(team, channel, trainersList(shelves, retired, command));
}

/** The same, asked for with the command wherever it was typed. */
export async function listFlows(
  around: Surroundings,
  typed: Typed,
  { user, named }: { user: string; named: string },
): Promise<void> {
  const { client, context } = typed;
  const { channel } = await meet(around, client, context, user);
  await sayWhere(around, typed, { channel });
  const { folder, command } = around;
  await once(around, context, (desk, team) =>
    showFlows(desk, { team, channel }, { folder: folder(), command, named }),
  );
}
