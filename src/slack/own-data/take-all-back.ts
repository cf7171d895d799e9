import type { Desk } from "../../store/desk.ts";
import { takeLineBack } from "../challenge/show-lines.ts";
import { SLIP_GONE } from "../challenge/slip-message.ts";
import { takeBackAll } from "../end-share.ts";
import { hideKudos } from "../kudos/show-kudos.ts";

/** Takes back whatever somebody lets others see: shares, kudos in a channel, lines, a slip. Says how many that were. */
export async function takeAllBack(
  desk: Desk,
  { team, user }: { team: string; user: string },
  now: number,
): Promise<number> {
  const { shares, kudos, lines, slips } = await desk.own.elsewhere({ team, user });
  await takeBackAll(desk, { team, user }, now);
  for (const id of kudos) {
    const one = await desk.kudos.byId(team, id);
    if (one) await hideKudos(desk, one);
  }
  for (const id of lines) {
    const quote = await desk.listening.quote(team, id);
    if (quote) await takeLineBack(desk, quote);
  }
  for (const id of slips) {
    const slip = await desk.celebrations.slip({ team, id });
    if (slip) await desk.remove(team, slip.channel, slip.message, SLIP_GONE);
    await desk.celebrations.dropSlip({ team, id });
  }
  return shares.length + kudos.length + lines.length + slips.length;
}
