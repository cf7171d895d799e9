/** Who may publish flows in Slack, by member id, and whether a second one of them has to approve. */
export type Trainers = { ids: readonly string[]; second: boolean };

/** Nobody publishes flows in Slack; they come from the folder alone. */
export const NO_TRAINERS: Trainers = { ids: [], second: false };

/** Whether flows can be published in Slack at all. */
export const isPublishing = ({ ids }: Trainers): boolean => ids.length > 0;

/** Whether somebody is a trainer. It is asked again at every press, since who is one can change. */
export const isTrainer = ({ ids }: Trainers, user: string): boolean => ids.includes(user);

/** The other trainers, of whom one has to approve. */
export const othersThan = ({ ids }: Trainers, user: string): string[] => ids.filter((id) => id !== user);

/** Said to whoever is no trainer; who is one is not told here. */
export const ASK_ADMIN =
  "Flows are published here by trainers. If you would like to write one, ask whoever looks after Tightrope here.";
