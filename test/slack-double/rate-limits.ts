import type { Json } from "./blocks.ts";
import type { Clock } from "./clock.ts";

const MINUTE = 60_000;

/** Slack's tiers, in calls a minute of one method in one workspace (facts A5). */
const TIERS = { 2: 20, 3: 50, 4: 100 } as const;
const TIER_OF: Record<string, keyof typeof TIERS> = {
  "apps.connections.open": 3,
  "chat.update": 3,
  "chat.delete": 3,
  "chat.postEphemeral": 4,
  "conversations.history": 3,
  "conversations.info": 3,
  "conversations.open": 3,
  "files.completeUploadExternal": 4,
  "files.getUploadURLExternal": 4,
  "files.info": 4,
  "oauth.v2.access": 4,
  "usergroups.users.list": 2,
  "users.info": 4,
  "views.open": 4,
  "views.publish": 4,
  "views.push": 4,
  "views.update": 4,
};

/** How generous Slack is beyond what it promises, which it does not say. */
export type Generosity = {
  /** How many messages may follow each other in a channel before one a second holds: 5 unless told. */
  burst?: number;
  /** How many messages a minute all channels of a workspace take together, "several hundred": 300 unless told. */
  perMinute?: number;
};

/** Says after how many seconds a call may be tried again, and nothing if it may be made now. */
export type RateLimiter = (method: string, args: Json, token: string) => number | undefined;

/** The limits of Slack along a clock: each call that is let through counts. */
export function createRateLimiter(
  clock: Clock,
  { burst = 5, perMinute = 300 }: Generosity = {},
): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return (method, args, token) => {
    const now = clock.now();
    const meant = bucketsOf(method, args, token, { burst, perMinute }).map(([key, most, refillMs]) => {
      const bucket = buckets.get(key) ?? { left: most, at: now, blockedUntil: 0 };
      buckets.set(key, bucket);
      bucket.left = Math.min(most, bucket.left + (now - bucket.at) / refillMs);
      bucket.at = now;
      return { bucket, refillMs };
    });
    for (const { bucket, refillMs } of meant) {
      if (now < bucket.blockedUntil) return secondsUntil(bucket.blockedUntil, now);
      if (bucket.left >= 1) continue;
      // Whoever was sent away is let in again when it was told to come, and not before.
      bucket.blockedUntil = now + Math.ceil(((1 - bucket.left) * refillMs) / 1000) * 1000;
      return secondsUntil(bucket.blockedUntil, now);
    }
    for (const { bucket } of meant) bucket.left -= 1;
    return undefined;
  };
}

type Bucket = { left: number; at: number; blockedUntil: number };

function bucketsOf(
  method: string,
  args: Json,
  token: string,
  { burst, perMinute }: Required<Generosity>,
): [key: string, most: number, refillMs: number][] {
  const key = `${token} ${method}`;
  if (method === "chat.postMessage") {
    return [
      [`${key} ${args.channel}`, burst, 1000],
      [key, perMinute, MINUTE / perMinute],
    ];
  }
  const tier = TIER_OF[method];
  return tier ? [[key, TIERS[tier], MINUTE / TIERS[tier]]] : [];
}

const secondsUntil = (instant: number, now: number) => Math.max(1, Math.ceil((instant - now) / 1000));
