import { describe, expect, it } from "vitest";
import { careTogether } from "../../src/challenge/care-together.ts";
import { answerProblem } from "../../src/challenge/check-answer.ts";
import { notNow, type Relay } from "../../src/challenge/relay.ts";
import { tellTeamTalk } from "../../src/challenge/tell-team-talk.ts";
import { debrief } from "../../src/feedback/debrief.ts";
import { begin, type Session } from "../../src/session/session.ts";
import { takeTurn } from "../../src/session/take-turn.ts";
import { projectFlow, projectFlows } from "../flows-of-the-project.ts";

const opened = begin(projectFlow("late-delivery"), 3, "all of you");
const relay = (session: Session = opened, authors: Relay["authors"] = []): Relay => ({
  ...{ team: "T1", challenge: "C", channel: "C1", newest: "" },
  session,
  authors,
});
const member = { user: "U1", channel: "C1", alias: undefined, onBoard: false, joinedAt: 0 };
const running = { state: "running" as const };

describe("who may answer in a relay", () => {
  it("is everybody who joined, while it goes on, except who answered last", () => {
    const answered = relay(takeTurn(opened, "Hello"), ["U1"]);
    expect(notNow(running, relay(), member, { user: "U1" })).toBeUndefined();
    expect(notNow(running, relay(), undefined, { user: "U1" })).toBe("not joined");
    expect(notNow(running, answered, member, { user: "U1" })).toBe("answered last");
    expect(notNow(running, answered, member, { user: "U2", turn: 1 })).toBe("another was first");
    expect(notNow(running, answered, member, { user: "U2", turn: 2 })).toBeUndefined();
    expect(notNow({ state: "planned" }, undefined, member, { user: "U2" })).toBe("not begun");
    expect(notNow({ state: "ended" }, answered, member, { user: "U2" })).toBe("over");
    expect(notNow(running, undefined, member, { user: "U2" })).toBe("nobody came");
  });

  it("is somebody else again where the last author erased theirs", () => {
    const erased = relay(takeTurn(opened, "Hello"), [undefined]);
    expect(notNow(running, erased, member, { user: "U1" })).toBeUndefined();
  });
});

describe("what can be said in a relay", () => {
  it.each(["stop", "Stop!", "please pause", "hint", "help", "softer", " ", "a".repeat(1_001)])(
    "not: %s",
    (text) => expect(answerProblem(text, "Dana")).toBeTruthy(),
  );
  it.each(["I can stop the order.", "Can I help you?", "a".repeat(1_000)])("but: %s", (text) =>
    expect(answerProblem(text, "Dana")).toBeUndefined(),
  );
});

describe("the debrief of a team", () => {
  it("speaks of messages by number and of nobody", () => {
    const session = ["Calm down please, it's only a bike.", "There's nothing I can do."].reduce(
      takeTurn,
      opened,
    );
    const talk = tellTeamTalk(debrief(session), 2);
    expect(talk.ending).toMatch(/^2 messages, by 2 of you\. Dana Whitfield ended the talk after message 2\./);
    expect(JSON.stringify([talk.try, talk.skills])).not.toMatch(/message 1|only a bike/);
    expect(JSON.stringify(talk)).not.toContain("Your line");
  });
});

describe("a customer's content note, read by a team", () => {
  it.each(projectFlows.map((flow) => [flow.id, flow] as const))(
    "of %s keeps what may be hard",
    (_id, flow) => {
      const note = careTogether(flow) ?? "";
      expect(note).not.toMatch(/pause|softer|stop/);
      expect(flow.care.before).toContain(note.split(".")[0]);
    },
  );

  it("keeps a way out that is not a word to type", () => {
    expect(careTogether(projectFlow("strange-login"))).toMatch(/take another practice\.$/);
  });
});
