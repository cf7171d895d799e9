import type { App } from "@slack/bolt";
import type { Surroundings } from "../surroundings.ts";
import { answerRelay } from "./answer-relay.ts";
import { endChallenge } from "./end-challenge.ts";
import { hearStory } from "./hear-story.ts";
import { joinChallenge } from "./join-challenge.ts";
import { keepLine } from "./keep-line.ts";
import { launchChallenge } from "./launch-challenge.ts";
import { lookAtTeam } from "./look-at-team.ts";
import { postAgain } from "./post-again.ts";
import { showLines } from "./show-lines.ts";
import { showSlip } from "./show-slip.ts";
import { leaveBoard } from "./stand-on-board.ts";

/** Everything that a team does together in a channel. */
export function challenges(app: App, around: Surroundings): void {
  launchChallenge(app, around);
  joinChallenge(app, around);
  endChallenge(app, around);
  postAgain(app, around);
  lookAtTeam(app, around);
  hearStory(app, around);
  showLines(app, around);
  keepLine(app, around);
  leaveBoard(app, around);
  showSlip(app, around);
  answerRelay(app, around);
}
