import type { Flow } from "../flow/flow.ts";
import type { Desk } from "../store/desk.ts";
import type { FlowVersion } from "../store/flow-versions.ts";

/** What can be played in a workspace now, read within the transaction in which it is needed. */
export type Library = (desk: Pick<Desk, "versions">, team: string) => Promise<readonly Flow[]>;

/** A flow, and where it comes from: the folder, or a version that a trainer published in Slack. */
export type Shelved = {
  flow: Flow;
  /** Nothing for a flow of the folder. */
  published: FlowVersion | undefined;
  /** The flow of the folder that a published one of its name stands in for. */
  hidden: Flow | undefined;
};

/**
 * The flows of the folder and those published in a workspace, side by side; a published one takes the place of the
 * folder's flow of its name.
 */
export async function shelvesOf(
  { versions }: Pick<Desk, "versions">,
  team: string,
  folder: readonly Flow[],
): Promise<Shelved[]> {
  const shelves = new Map<string, Shelved>(
    folder.map((flow) => [flow.id, { flow, published: undefined, hidden: undefined }]),
  );
  for (const published of await versions.newest(team)) {
    const flow = published.state === "published" ? await versions.flowOf(published) : undefined;
    if (flow) shelves.set(flow.id, { flow, published, hidden: shelves.get(flow.id)?.flow });
  }
  return [...shelves.values()];
}

/** Whether a text is what a shelf holds as published, word for word; then there is nothing to publish. */
export const isPublished = (flow: Pick<Flow, "hash">, shelf: Shelved | undefined): boolean =>
  shelf?.published !== undefined && shelf.flow.hash === flow.hash;

/** The library of whoever practises: where a flow comes from makes no difference to them. */
export const libraryOn =
  (folder: () => readonly Flow[]): Library =>
  async (desk, team) =>
    (await shelvesOf(desk, team, folder())).map(({ flow }) => flow);
