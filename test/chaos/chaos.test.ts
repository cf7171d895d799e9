import { expect, it } from "vitest";
import { playAll, playSeed, replay, storeFor, type Terms } from "./campaign.ts";

const RUNS = 50;
const address = process.env.TEST_DATABASE_URL;
const terms: Terms = { server: address ? { address } : undefined, processes: false, length: 3 };

it("in fifty runs in which everything goes wrong, nothing is lost, doubled or swapped", async () => {
  const seeds = Array.from({ length: RUNS }, (_, n) => n + 1);
  const failed: string[] = [];
  for await (const { seed, complaints } of playAll(seeds, 4, (one) =>
    playSeed(one, storeFor(one, terms), terms),
  ))
    if (complaints.length > 0)
      failed.push([replay(seed, storeFor(seed, terms), terms), ...complaints].join("\n"));
  expect(failed).toEqual([]);
}, 240_000);
