import { z } from "zod";
import type { Wanted } from "./operations.ts";

const address = z.url({ protocol: /^https?$/ }).optional();

/** What an operator may set, beside what everybody sets. */
export const OPERATIONS_SHAPE = {
  HEALTH_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  STOP_WITHIN: z.coerce.number().min(1).max(600).default(10),
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address,
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

/** What to do when one of them is not understood. */
export const OPERATIONS_HELP: Record<string, string> = {
  HEALTH_PORT:
    "HEALTH_PORT must be a whole number from 0 to 65535. Leave it out and /healthz, /readyz and /metrics are not answered.",
  STOP_WITHIN: "STOP_WITHIN must be a number of seconds from 1 to 600.",
  OTEL_EXPORTER_OTLP_ENDPOINT:
    "OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as http://collector:4318. Leave it out to send no traces.",
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT:
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must be an address such as http://collector:4318/v1/traces. Leave it out to send no traces.",
  OTEL_TRACES_SAMPLER_ARG: "OTEL_TRACES_SAMPLER_ARG must be a share from 0 to 1, such as 0.1 for a tenth.",
};

const shape = z.object(OPERATIONS_SHAPE);

/** What operators want to see, and how long stopping may take in ms. */
export const operationsOf = (data: z.infer<typeof shape>): { operations: Wanted; stopWithin: number } => ({
  operations: {
    port: data.HEALTH_PORT,
    traces:
      data.OTEL_EXPORTER_OTLP_ENDPOINT || data.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT
        ? data.OTEL_TRACES_SAMPLER_ARG
        : undefined,
  },
  stopWithin: data.STOP_WITHIN * 1_000,
});
