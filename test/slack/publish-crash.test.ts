import { expect, it } from "vitest";
import type { Message } from "../slack-double/workspace.ts";
import { type CrashingRoom, openCrashingRoom } from "./crashing-room.ts";
import { buttonsOf, TEA } from "./publishing-room.ts";

const STEPS = Array.from({ length: 16 }, (_, n) => 2 * n + 1);
const said = ({ slack }: CrashingRoom, words: string): Message[] =>
  slack.dm("U1").filter(({ bot, text }) => bot && text.includes(words));

// Whatever is being done, the process dies at that step; what comes after is done by the next one.
it.each(STEPS)("a flow is brought once and published once, dying %i steps into each", async (steps) => {
  const room = await openCrashingRoom({ ids: ["U1"], second: false });
  const person = room.slack.unsent("U1");
  try {
    room.dieIn(steps);
    await room.deliver(person.writes("", { files: [{ name: "tea.yml", content: TEA }] }));
    await room.pass(70_000);
    const [checked, ...more] = said(room, "*tea.yml* can be played.");
    expect(more).toEqual([]);
    expect(checked && buttonsOf(checked)).toContain("flow:publish");
    if (!checked) return;
    await room.deliver(person.clicks(checked, "flow:publish"));
    const page = room.slack.openView("U1");
    if (!page) throw new Error("No dialogue is open.");
    room.dieIn(steps);
    await room.deliver(person.submits(page, { "flow:note": "For beginners." }));
    for (let minutes = 0; minutes < 3; minutes++) await room.pass(70_000);
    expect(said(room, "Note: For beginners.")).toHaveLength(1);
    const newest = await room.store.together("T0001", ({ versions }) => versions.newest("T0001"));
    expect(newest.map(({ flow, version }) => [flow, version])).toEqual([["weak-tea", 1]]);
    expect(said(room, "is version 1").flatMap(buttonsOf)).toEqual([]);
    expect(room.deaths).toBeGreaterThan(0);
  } finally {
    await room.close();
  }
});
