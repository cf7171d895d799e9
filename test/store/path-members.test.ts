import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LearningPath } from "../../src/flow/path.ts";
import type { Membership } from "../../src/programme/membership.ts";
import { begin } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import type { Desk } from "../../src/store/desk.ts";
import { ownPlace } from "../../src/store/own-place.ts";
import type { Practice } from "../../src/store/sessions.ts";
import { CHANGED, COLD_SOUP, practiceOf, type Shelf, STORES, within } from "./stores.ts";

const ADA = { team: "T1", user: "U1" };
const WEEK: LearningPath = {
  ...{ id: "week", file: "week.yml", language: "en", title: "Your week", about: "A week." },
  steps: ["cold-soup", "warm-tea"].map((flow) => ({ flow, goal: "Ask one question.", day: undefined })),
};
const on = (path: string, some: Partial<Membership> = {}): Membership => ({
  ...{ path, title: path, joinedAt: 1_000, leftAt: undefined, finishedAt: undefined },
  ...some,
});
const finished = (id: string, debriefedAt: number, some: Partial<Practice> = {}): Practice => ({
  ...practiceOf("U1", id, takeTurn(begin(COLD_SOUP, 1, "Ada"), "Calm down, it's only soup.")),
  debriefedAt,
  ...some,
});

describe.each(STORES)("paths, %s", (_name, open) => {
  let shelf: Shelf;
  const at = <Result>(work: (desk: Desk) => Promise<Result>) => within(shelf.store, work);
  beforeEach(async () => {
    shelf = await open();
  });
  afterEach(() => shelf.close());
  const place = (offered = { paths: [WEEK], flows: [COLD_SOUP] }) =>
    at((desk) => ownPlace(desk, ADA, offered));

  it("are kept for each person and workspace of their own", async () => {
    await at(({ paths }) => paths.keep(ADA, on("week")));
    await at(({ paths }) => paths.keep({ team: "T2", user: "U1" }, on("other", { leftAt: 5 })));
    expect(await at(({ paths }) => paths.of(ADA))).toEqual([on("week")]);
    expect(await at(({ paths }) => paths.of({ team: "T1", user: "U2" }))).toEqual([]);
    await at(({ paths }) => paths.keep(ADA, on("week", { finishedAt: 9 })));
    expect(await at(({ paths }) => paths.of(ADA))).toEqual([on("week", { finishedAt: 9 })]);
  });

  it("are walked one at a time", async () => {
    await at(({ paths }) => paths.keep(ADA, on("week")));
    await expect(at(({ paths }) => paths.keep(ADA, on("other")))).rejects.toThrow();
  });

  it("move on with practices that came to an end after joining, and tell how the last one went", async () => {
    await at(async (desk) => {
      await desk.paths.keep(ADA, on("week"));
      await desk.keep(finished("before", 999));
      await desk.keep(finished("retry", 2_000, { retry: { of: "before", turn: 1 } }));
      await desk.keep({ ...finished("asked-first", 0), debriefedAt: undefined });
      await desk.keep({ ...practiceOf("U1", "running"), debriefedAt: undefined });
    });
    expect((await place())?.place?.next).toMatchObject({ n: 1 });
    await at((desk) => desk.keep(finished("after", 1_000)));
    expect((await place())?.place?.steps[0]?.went).toEqual({ persona: "Robin Ashdown", outcome: "bad" });
  });

  it("keep a step done when its flow has changed since, and when the flow is gone", async () => {
    await at(async (desk) => {
      await desk.paths.keep(ADA, on("week"));
      await desk.keep(finished("one", 1_000));
    });
    for (const flows of [[CHANGED], []])
      expect((await place({ paths: [WEEK], flows }))?.place?.steps[0]?.went).toBeDefined();
  });

  it("that are no longer offered are known by the name they had", async () => {
    await at(({ paths }) => paths.keep(ADA, on("week", { title: "Your week" })));
    expect(await place({ paths: [], flows: [COLD_SOUP] })).toEqual({
      membership: on("week", { title: "Your week" }),
      place: undefined,
    });
  });

  it("are erased with somebody's practices", async () => {
    await at(({ paths }) => paths.keep(ADA, on("week")));
    await at((desk) => desk.own.erase({ team: "T1", user: "U1" }));
    expect(await at(({ paths }) => paths.of(ADA))).toEqual([]);
  });

  it("bring an opened Home tab up to date", async () => {
    await at((desk) => desk.homeOpened("T1", "U1"));
    await at(({ paths }) => paths.keep(ADA, on("week")));
    expect(await shelf.store.dueNow()).toMatchObject([{ kind: "home", subject: "U1" }]);
  });
});
