import { describe, expect, it } from "vitest";
import { ERASED } from "../../src/challenge/erase-lines.ts";
import type { Relay } from "../../src/challenge/relay.ts";
import { debrief } from "../../src/feedback/debrief.ts";
import { begin, happen } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { CHANGED, practiceOf, STORES, within } from "./stores.ts";

const KIND = "Cold soup right before your meeting, that is a miserable lunch.";
const SECRET = "Marmalade and thunder, that must be cold by now.";
const challenge = { team: "T1", id: "C" };

const opened = (): Relay => ({
  team: "T1",
  challenge: "C",
  channel: "C1",
  session: begin(CHANGED, 1, "all of you"),
  authors: [],
  newest: "said-1-0",
});
const answered = (relay: Relay, user: string, text: string): Relay => ({
  ...relay,
  session: takeTurn(relay.session, text),
  authors: [...relay.authors, user],
});
const told = ({ session, authors }: Relay) => ({
  said: session.said,
  state: session.state,
  turns: session.turns.map(({ reply, mood, meters }) => ({ reply, mood, meters })),
  authors,
});

describe.each(STORES)("a relay, %s", (_name, open) => {
  it("is the same after it was put away, whatever becomes of its flow and of other people's practices", async () => {
    const { store, close } = await open();
    const first = answered(opened(), "U1", KIND);
    const second = answered(first, "U2", SECRET);
    await within(store, async (desk) => {
      await desk.relays.keep(opened());
      await desk.relays.keep(first);
      await desk.relays.keep(second);
      await desk.keep(practiceOf("U3", "other", happen(begin(CHANGED, 1, "Ada"), { type: "stop" })));
      await desk.own.erase({ team: "T1", user: "U3" });
    });
    const found = await within(store, (desk) => desk.relays.of(challenge));
    expect(found && told(found)).toEqual(told(second));
    expect(await within(store, (desk) => desk.relays.of({ team: "T2", id: "C" }))).toBeUndefined();
    await close();
  });

  it("forgets the words of whoever erases what they practised, and goes on as it would have", async () => {
    const { store, close } = await open();
    const first = answered(opened(), "U1", SECRET);
    const second = answered(first, "U2", KIND);
    await within(store, async (desk) => {
      await desk.relays.keep(first);
      await desk.relays.keep(second);
      await desk.own.erase({ team: "T1", user: "U1" });
    });
    const found = await within(store, (desk) => desk.relays.of(challenge));
    expect(found?.authors).toEqual([undefined, "U2"]);
    expect(found?.session.turns.map(({ reply }) => reply)).toEqual([ERASED, KIND]);
    expect(found?.session.said).toEqual(second.session.said);
    expect(found?.session.turns.at(-1)?.meters).toEqual(second.session.turns.at(-1)?.meters);
    expect(JSON.stringify([found?.session.record, found && debrief(found.session)])).not.toMatch(
      /Marmalade/i,
    );
    await close();
  });
});
