import type { Audited } from "../../../src/store/audit.ts";
import type { WorkspaceSettings } from "../../../src/store/workspace-settings.ts";
import type { Answer } from "../../slack-double/answers.ts";
import type { View } from "../../slack-double/workspace.ts";
import { openTeamRoom, type TeamRoom } from "../challenge/team-room.ts";
import type { RoomOptions } from "../practice-room.ts";

/** A room in which U1 is an admin by the environment; U2 and U3 are agents. */
export type AdminRoom = TeamRoom & {
  /** The Home tab of somebody as they see it when they open it. */
  home(person?: string): Promise<View>;
  /** Opens a dialogue from a Home tab, as it was seen. */
  opens(action: string, person?: string, seen?: View): Promise<void>;
  /** Opens the settings, answers, and saves. */
  decides(answers: Record<string, Answer>, person?: string): Promise<void>;
  settings(): Promise<WorkspaceSettings>;
  /** What stands in the audit log, the oldest first: who did what, about what. */
  audited(): Promise<string[]>;
};

export const TEAM = "T0001";

/** Opens it. */
export async function openAdminRoom(options: RoomOptions = {}): Promise<AdminRoom> {
  const room = await openTeamRoom({ admins: { people: ["U1"], groups: [] }, ...options });
  const { slack, store, quiet } = room;
  const admin: AdminRoom = {
    ...room,
    home: async (person = "U1") => {
      await slack.person(person).opensHome().then(quiet);
      return slack.home(person) as View;
    },
    opens: async (action, person = "U1", seen) => {
      // Past the time in which a second tap counts as the first.
      slack.clock.advance(6_000);
      await slack
        .person(person)
        .clicks(seen ?? (await admin.home(person)), action)
        .then(quiet);
    },
    decides: async (answers, person = "U1") => {
      await admin.opens("admin:settings", person);
      await slack.person(person).submits(room.page(person), named(answers)).then(quiet);
    },
    settings: () => store.settings(TEAM),
    audited: async () => {
      const entries = await store.together(TEAM, (desk) => desk.audit.read(TEAM, 100));
      return entries.toReversed().map(told);
    },
  };
  return admin;
}

/** What a dialogue or a Home tab says. */
export const wordsOf = (view: View | undefined): string => JSON.stringify(view?.blocks ?? "");

const named = (answers: Record<string, Answer>) =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`admin:${name}`, answer]));

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** An entry of the audit log in short. */
export const told = ({ by, did, about, denied }: Audited) =>
  [by ?? "app", ...(denied ? ["DENIED"] : []), did, ...about.filter((word) => !UUID.test(word))].join(" ");
