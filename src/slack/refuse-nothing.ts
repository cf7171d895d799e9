import type { IncomingMessage } from "node:http";
import {
  defaultBodyLimit,
  HTTPModuleFunctions,
  type HTTPReceiver,
  isRawBodyError,
  type Logger,
} from "@slack/bolt";
import { reasonOf } from "./is-final.ts";

const EVENTS = "/slack/events";
// Whatever Slack sends is longer; only what is as short is looked at here.
const SHORT = 64;

/**
 * Answers a body that holds nothing ("null") with 400. Bolt would look into it without having looked whether there is
 * anything, and whoever sent it would wait for ever.
 */
export function refuseNothing(receiver: HTTPReceiver, logger: Logger): HTTPReceiver {
  const { requestListener } = receiver;
  receiver.requestListener = (request, response) => {
    if (request.method !== "POST" || request.url?.split("?")[0] !== EVENTS)
      return requestListener(request, response);
    void HTTPModuleFunctions.bufferIncomingMessage(request, defaultBodyLimit).then(
      ({ rawBody }) =>
        holdsNothing(request, rawBody)
          ? HTTPModuleFunctions.buildNoBodyResponse(response, 400)
          : requestListener(request, response),
      (error: unknown) => {
        const isTooLong = isRawBodyError(error) && error.statusCode === 413;
        logger.warn(`A request could not be read: ${reasonOf(error)}`);
        HTTPModuleFunctions.buildNoBodyResponse(response, isTooLong ? 413 : 401);
      },
    );
  };
  return receiver;
}

function holdsNothing({ headers }: IncomingMessage, body: Buffer): boolean {
  if (body.length > SHORT) return false;
  const text = body.toString("utf8");
  const isForm = headers["content-type"] === "application/x-www-form-urlencoded";
  return (isForm ? (new URLSearchParams(text).get("payload") ?? "") : text).trim() === "null";
}
