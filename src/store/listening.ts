import type { Kysely, Selectable } from "kysely";
import type { Challenge } from "../challenge/challenge.ts";
import type { Story } from "../challenge/story.ts";
import type { Tables } from "./tables.ts";

type Key = Pick<Challenge, "team" | "id">;

/** What somebody heard in a story, and what they would ask; `channel` is their direct message with the app. */
export type HeardAnswer = { user: string; channel: string; heard: string; question: string; at: number };

/** Where the question stands whether a line may be shown: with a name, without, or not at all; then whether it is. */
export type QuoteState = "asked" | "named" | "unnamed" | "no" | "shown" | "taken back";

/** A line of an answer whose author is asked whether it may be shown; once it is shown, it holds no words. */
export type Quote = {
  team: string;
  id: string;
  challenge: string;
  user: string;
  channel: string;
  line: string;
  state: QuoteState;
};

/** What can be done with listening games within one transaction. */
export type Listening = {
  /** Keeps the story as it is told, whatever becomes of its flow. */
  keepStory(key: Key, story: Story): Promise<void>;
  story(key: Key): Promise<Story | undefined>;
  /** Keeps an answer in place of an earlier one; says whether it is their first. */
  keepAnswer(key: Key, answer: HeardAnswer): Promise<boolean>;
  answerOf(key: Key, user: string): Promise<HeardAnswer | undefined>;
  /** The answers of those who take part, in an order that says nothing of when they came. */
  answers(key: Key): Promise<HeardAnswer[]>;
  askToQuote(quote: Quote): Promise<void>;
  quote(team: string, id: string): Promise<Quote | undefined>;
  quotes(key: Key): Promise<Quote[]>;
  settleQuote(quote: Quote, state: QuoteState): Promise<void>;
  /** Erases the story, every answer, and every line that is not shown; of those that are, the words. */
  erase(key: Key): Promise<void>;
};

/** The listening games of a database. */
export const listening = (db: Kysely<Tables>): Listening => ({
  keepStory: async ({ team, id }, story) => {
    await db
      .insertInto("listening_story")
      .values({ team_id: team, challenge_id: id, story: JSON.stringify(story) })
      .onConflict((conflict) => conflict.columns(["team_id", "challenge_id"]).doNothing())
      .execute();
  },
  story: async ({ team, id }) => {
    const all = db.selectFrom("listening_story").select("story").where("team_id", "=", team);
    const row = await all.where("challenge_id", "=", id).executeTakeFirst();
    return row && (JSON.parse(row.story) as Story);
  },
  keepAnswer: async (key, { user, channel, heard, question, at }) => {
    const before = await answerRow(db, key, user);
    const written = { channel_id: channel, heard, question, answered_at: at };
    await db
      .insertInto("listening_answer")
      .values({ team_id: key.team, challenge_id: key.id, user_id: user, ...written })
      .onConflict((conflict) => conflict.columns(["team_id", "challenge_id", "user_id"]).doUpdateSet(written))
      .execute();
    return before === undefined;
  },
  answerOf: async (key, user) => {
    const row = await answerRow(db, key, user);
    return row && toAnswer(row);
  },
  answers: async ({ team, id }) => {
    const rows = await db
      .selectFrom("listening_answer as answer")
      .innerJoin("challenge_member as member", (join) =>
        join
          .onRef("member.team_id", "=", "answer.team_id")
          .onRef("member.challenge_id", "=", "answer.challenge_id")
          .onRef("member.user_id", "=", "answer.user_id"),
      )
      .selectAll("answer")
      .where("answer.team_id", "=", team)
      .where("answer.challenge_id", "=", id)
      .where("member.left_at", "is", null)
      .orderBy("answer.user_id")
      .execute();
    return rows.map(toAnswer);
  },
  askToQuote: async ({ team, id, challenge, user, channel, line, state }) => {
    const place = { team_id: team, id, challenge_id: challenge, user_id: user, channel_id: channel };
    await db
      .insertInto("listening_quote")
      .values({ ...place, line, state })
      .execute();
  },
  quote: async (team, id) => {
    const all = db.selectFrom("listening_quote").selectAll().where("team_id", "=", team);
    const row = await all.where("id", "=", id).executeTakeFirst();
    return row && toQuote(row);
  },
  quotes: async ({ team, id }) => {
    const all = db.selectFrom("listening_quote").selectAll().where("team_id", "=", team);
    return (await all.where("challenge_id", "=", id).orderBy("id").execute()).map(toQuote);
  },
  settleQuote: async ({ team, id }, state) => {
    const one = db.updateTable("listening_quote").where("team_id", "=", team).where("id", "=", id);
    await one.set({ state }).execute();
  },
  erase: async ({ team, id }) => {
    for (const table of ["listening_story", "listening_answer"] as const)
      await db.deleteFrom(table).where("team_id", "=", team).where("challenge_id", "=", id).execute();
    await db
      .deleteFrom("listening_quote")
      .where("team_id", "=", team)
      .where("challenge_id", "=", id)
      .where("state", "!=", "shown")
      .execute();
    const shown = db
      .updateTable("listening_quote")
      .where("team_id", "=", team)
      .where("challenge_id", "=", id);
    await shown.set({ line: "" }).execute();
  },
});

const answerRow = (db: Kysely<Tables>, { team, id }: Key, user: string) =>
  db
    .selectFrom("listening_answer")
    .selectAll()
    .where("team_id", "=", team)
    .where("challenge_id", "=", id)
    .where("user_id", "=", user)
    .executeTakeFirst();

const toAnswer = (row: Selectable<Tables["listening_answer"]>): HeardAnswer => ({
  user: row.user_id,
  channel: row.channel_id,
  heard: row.heard,
  question: row.question,
  at: Number(row.answered_at),
});

const toQuote = (row: Selectable<Tables["listening_quote"]>): Quote => ({
  team: row.team_id,
  id: row.id,
  challenge: row.challenge_id,
  user: row.user_id,
  channel: row.channel_id,
  line: row.line,
  state: row.state,
});
