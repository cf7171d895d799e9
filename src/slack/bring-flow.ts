import { randomUUID } from "node:crypto";
import type { WebClient } from "@slack/web-api";
import type { Flow, SharedParts } from "../flow/flow.ts";
import { loadFlow } from "../flow/load.ts";
import type { Problem } from "../flow/problem.ts";
import type { Desk } from "../store/desk.ts";
import { checkedMessage, draftMessageOf, unreadMessage } from "./checked-message.ts";
import { deny } from "./deny.ts";
import type { DirectMessage, DroppedFile } from "./direct-message.ts";
import { envelopeIn } from "./envelope.ts";
import { fetchFile } from "./fetch-file.ts";
import { flowMap } from "./flow-map.ts";
import { shelvesOf } from "./library.ts";
import { type MessagePicture, note } from "./message.ts";
import { ASK_TRAINER } from "./role-words.ts";
import { isAnybody } from "./roles.ts";
import { once, type Surroundings } from "./surroundings.ts";

// More at once would be a library, which belongs into the folder.
const MOST_FILES = 5;
const TOO_MANY = `I look at ${MOST_FILES} files at once. Drop the others in another message.`;

/** What became of a file: a flow that can be played, one that can't be yet, or a sentence about why it can't be read. */
export type Checked = { file: string } & (
  | { refused: string }
  | { source: string; flow: Flow | undefined; problems: Problem[]; map: MessagePicture | undefined }
);

/**
 * Somebody drops a flow into the direct message: a trainer is told what is wrong with it, or shown its map with
 * what can be done next. Says whether it was that.
 */
export async function bringFlow(
  around: Surroundings,
  client: WebClient,
  context: object,
  message: DirectMessage,
): Promise<boolean> {
  const files = "files" in message ? message.files.filter(({ isFlow }) => isFlow) : [];
  if (files.length === 0) return false;
  const { team } = envelopeIn(context);
  if (!isAnybody((await around.roles.whoIsWho(team)).trainers)) return false;
  const { user, channel } = message;
  if (!(await around.roles.isTrainer(team, user))) {
    // In the middle of a practice their words still belong to the customer.
    if (await around.store.together(team, (desk) => desk.running(team, user))) return false;
    await once(around, context, async (desk) => {
      await deny(desk, { team, by: user, did: "flow-brought", about: [] });
      await desk.send(team, channel, note(ASK_TRAINER));
    });
    return true;
  }
  const checked: Checked[] = [];
  for (const file of files.slice(0, MOST_FILES)) checked.push(await checkFile(around, client, file));
  await once(around, context, async (desk) => {
    for (const one of checked) await answer(desk, { team, user, channel }, one, around);
    if (files.length > MOST_FILES) await desk.send(team, channel, note(TOO_MANY));
  });
  return true;
}

async function checkFile(
  { shared, log }: Surroundings,
  client: WebClient,
  { id }: DroppedFile,
): Promise<Checked> {
  const fetched = await fetchFile(client, id);
  const file = fetched.name.slice(0, 80);
  if ("refused" in fetched) return { file, refused: fetched.refused };
  return checkText(file, fetched.bytes.toString("utf8"), shared(), (reason) =>
    log.warn({ reason }, "the map of a flow could not be drawn"),
  );
}

async function checkText(
  file: string,
  source: string,
  shared: readonly SharedParts[],
  warn: (reason: string) => void,
): Promise<Checked> {
  const { flow, problems } = loadFlow(source, file, shared);
  return { file, source, flow, problems, map: flow && (await flowMap(flow, warn)) };
}

type Person = { team: string; user: string; channel: string };

async function answer(
  desk: Desk,
  { team, user, channel }: Person,
  checked: Checked,
  { folder, now }: Surroundings,
): Promise<void> {
  if ("refused" in checked) {
    await desk.send(team, channel, unreadMessage(checked.file, checked.refused));
    return;
  }
  const { flow } = checked;
  if (!flow) {
    await desk.send(team, channel, checkedMessage(checked, undefined));
    return;
  }
  const id = randomUUID();
  await desk.versions.addDraft({ team, id, by: user, channel, madeAt: now() }, flow);
  await desk.audit.write({ team, by: user, did: "flow-brought", about: [flow.id] });
  const shelf = (await shelvesOf(desk, team, folder())).find((one) => one.flow.id === flow.id);
  await desk.send(team, channel, checkedMessage(checked, { id, shelf }), undefined, draftMessageOf(id));
}
