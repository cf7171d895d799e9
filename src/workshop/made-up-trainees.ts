import type { MadeUpTrainee } from "./made-up-trainee.ts";
import { GAMERS } from "./who-games.ts";
import { AVERAGE, SKILLED } from "./who-tries.ts";

/** Everybody who plays a flow before a person does: two who try, and eight who should not get away with it. */
export const MADE_UP_TRAINEES: readonly MadeUpTrainee[] = [SKILLED, AVERAGE, ...GAMERS];
