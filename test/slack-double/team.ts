import type { Delivery } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";
import { type Acts, createPerson, sending } from "./person.ts";
import { createTickets, type Tickets } from "./tickets.ts";
import { type Message, seenBy, type View, type Workspace } from "./workspace.ts";

/** A workspace and what acts in it let the app do for a while. */
export type Team = { workspace: Workspace; tickets: Tickets };

/** A workspace as tests see it: people act in it, and what was said is read back. */
export type TeamDouble = {
  workspace: Workspace;
  person: (id: string) => Acts<Promise<Delivery>>;
  unsent: (id: string) => Acts<Envelope>;
  dm: (person: string) => Message[];
  slackbotDm: (person: string) => Message[];
  channel: (channel: string, person: string) => Message[];
  home: (person: string) => View | undefined;
  openView: (person: string) => View | undefined;
  /** The page that is open in front of a person, where there has to be one. */
  page: (person: string) => View;
};

/** A workspace with nothing under way in it. */
export function createTeam(workspace: Workspace): Team {
  return { workspace, tickets: createTickets(workspace) };
}

/** The face of a workspace for tests; `deliver` brings what its people do to the app. */
export function teamDouble(
  { workspace, tickets }: Team,
  deliver: (envelope: Envelope) => Promise<Delivery>,
): TeamDouble {
  const unsent = (id: string) => createPerson(workspace, tickets, id);
  const openView = (person: string) => structuredClone(workspace.modals.get(person)?.at(-1));
  return {
    workspace,
    person: (id) => sending(unsent(id), deliver),
    unsent,
    dm: (person) => seenBy(workspace, person, `D${person}`),
    slackbotDm: (person) => seenBy(workspace, person, `DSLACKBOT${person}`),
    channel: (channel, person) => seenBy(workspace, person, channel),
    home: (person) => structuredClone(workspace.homes.get(person)),
    openView,
    page: (person) => {
      const view = openView(person);
      if (!view) throw new Error(`No page is open in front of ${person}.`);
      return view;
    },
  };
}
