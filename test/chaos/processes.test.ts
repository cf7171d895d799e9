import { afterAll, describe, expect, it } from "vitest";
import { POSTGRES } from "../store/own-schema.ts";
import { playSeed, replay, type Terms } from "./campaign.ts";
import { type OwnServer, startServerIfAny } from "./own-server.ts";
import { measureRestart } from "./restart.ts";
import { endSpare } from "./spare-child.ts";

const RUNS = 4;
/** What a start may take on a machine that does much else at the same time, in ms; alone it is far less. */
const SOON = 20_000;

describe.skipIf(!POSTGRES.isThere)(
  "real processes on PostgreSQL (tested where TEST_DATABASE_URL names one)",
  () => {
    const named = process.env.TEST_DATABASE_URL;
    let own: OwnServer | undefined;
    afterAll(async () => {
      endSpare();
      await own?.stop();
    });

    it("killed, added, removed and cut off again and again, they lose nothing and say nothing twice", async () => {
      if (!named)
        throw new Error("TEST_DATABASE_URL must name a PostgreSQL to test with; .ci/run starts one.");
      // Only a server of one's own may be restarted in the middle of everything.
      own = await startServerIfAny();
      const terms: Terms = { server: own ?? { address: named }, processes: true, length: 3 };
      const failed: string[] = [];
      for (let seed = 1; seed <= RUNS; seed++) {
        const { complaints } = await playSeed(seed, "postgres", terms);
        if (complaints.length > 0) failed.push([replay(seed, "postgres", terms), ...complaints].join("\n"));
      }
      expect(failed).toEqual([]);
    }, 600_000);

    it("a message that waits when the app is killed is answered soon after its next start", async () => {
      expect(await measureRestart(named)).toBeLessThan(SOON);
    }, 120_000);
  },
);

it("on a file, too, a message that waits when the app is killed is answered soon after its next start", async () => {
  expect(await measureRestart(undefined)).toBeLessThan(SOON);
}, 120_000);
