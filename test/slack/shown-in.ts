import type { Message, View } from "../slack-double/workspace.ts";

/** Everything that a message or a page shows, as text to look into. */
export const shownIn = (seen: Message | View | undefined): string => JSON.stringify(seen?.blocks ?? []);
