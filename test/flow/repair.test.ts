import { describe, expect, it } from "vitest";
import { readingOf, type Sign } from "../../src/flow/signs.ts";
import { begin, happen, type Session } from "../../src/session/session.ts";
import { read } from "../../src/skills/read.ts";
import { NO_CONTEXT } from "../../src/skills/reading.ts";
import { projectFlow } from "../flows-of-the-project.ts";

const dana = projectFlow("late-delivery");
const after = (...turns: Sign[][]): Session =>
  turns.reduce(
    (session, signs) => happen(session, { type: "reply", text: signs.join(" "), reading: readingOf(signs) }),
    begin(dana, 7, "Sam"),
  );
const metersAfter = (...turns: Sign[][]) => after(...turns).play.standing.talk.meters;

describe("putting right what one said", () => {
  it("earns back most of what the message before it cost, and not all", () => {
    const [start, hurt, mended] = [
      metersAfter(),
      metersAfter(["calm-command"]),
      metersAfter(["calm-command"], ["repair"]),
    ];
    for (const [name, { better }] of Object.entries(dana.meters)) {
      const cost = (hurt[name] ?? 0) - (start[name] ?? 0);
      const isWorse = better === "low" ? cost > 0 : cost < 0;
      if (!isWorse) continue;
      const left = ((mended[name] ?? 0) - (start[name] ?? 0)) / cost;
      expect(left, name).toBeGreaterThan(0);
      expect(left, name).toBeLessThan(0.5);
    }
  });

  it("earns nothing where nothing was lost, and nothing a second time", () => {
    expect(metersAfter(["repair"])).toEqual(metersAfter(["timeframe"]));
    expect(metersAfter(["calm-command"], ["repair"], ["repair"])).toEqual(
      metersAfter(["calm-command"], ["repair"], ["timeframe"]),
    );
  });

  it.each([
    ["I jumped ahead there, sorry, let me start again.", true],
    ["That came out wrong. What I meant: two weeks is far too long.", true],
    ["I should have listened first.", true],
    ["I'll start the order again.", false],
    ["Please restart the router and try again.", false],
    ["We went ahead with the refund.", false],
  ])("%j: %s", (reply, isRepair) => {
    const moves = read(reply, "The bike never came.", NO_CONTEXT).moves.map((one) => one.tag);
    expect(moves.includes("repair")).toBe(isRepair);
  });
});
