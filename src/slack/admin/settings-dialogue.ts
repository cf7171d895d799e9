import { createHash } from "node:crypto";
import type { ModalView } from "@slack/types";
import { AUDIT_DAYS } from "../../store/audit.ts";
import type { WorkspaceSettings } from "../../store/workspace-settings.ts";
import { context, section } from "../message.ts";
import { plainText } from "../plain-text.ts";
import { type Deciding, daysInput, NAMED_FOR, roleInputs, secondInput } from "./settings-inputs.ts";

/** The dialogue in which an admin decides. */
export const SETTINGS = "admin:settings-changed";
export const TITLE = "Roles and retention";

/** Who may do what, beside what the environment says, and how long things are kept. */
export const settingsDialogue = (deciding: Deciding): ModalView => ({
  type: "modal",
  callback_id: SETTINGS,
  private_metadata: seenIn(deciding.settings),
  title: plainText(TITLE),
  submit: plainText("Save"),
  close: plainText("Cancel"),
  blocks: [
    section("Everybody can practise without any role. Each change is written to the audit log."),
    ...NAMED_FOR.flatMap((role) => roleInputs(role, deciding)),
    secondInput(deciding),
    ...(deciding.environment.secondTrainer
      ? [context("The environment asks for a second trainer already (TIGHTROPE_SECOND_TRAINER).")]
      : []),
    ...(["messagesDays", "readingsDays"] as const).map((name) => daysInput(name, deciding.settings)),
    context(`The audit log is kept for ${AUDIT_DAYS} days.`),
  ],
});

/** The settings in a form that tells whether somebody changed them meanwhile. */
export const seenIn = (settings: WorkspaceSettings): string => {
  const { admins, trainers, leads, secondTrainer, retention } = settings;
  const text = JSON.stringify([admins, trainers, leads, secondTrainer, retention]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
};
