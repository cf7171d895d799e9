import type { Attributes, Span } from "@opentelemetry/api";
import type { Doing, Witness } from "./watch.ts";

/** The witness that writes spans, and how to hand over the last of them. */
export type Traces = { witness: Witness; close(): Promise<void> };

/** How long the last spans may take on their way, in ms. */
const LAST_SENDING = 2_000;

/**
 * Sends spans to where OTEL_EXPORTER_OTLP_ENDPOINT (or …_TRACES_ENDPOINT) says, as OTLP over HTTP: for what was heard,
 * its transactions, the messages that came of it, and calls to Slack. The libraries are loaded only for that.
 * @param share how many of the traces are kept, 0–1.
 */
export async function openTraces(version: string, share: number): Promise<Traces> {
  const [api, sdk, resources, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const named = { "service.name": "tightrope", "service.version": version };
  const given = resources.detectResources({ detectors: [resources.envDetector] });
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes(named).merge(given),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer("tightrope", version);
  const spans = new WeakMap<Doing, Span>();

  const began: Witness["began"] = (doing, because) => {
    const parent = because && spans.get(because);
    const context = parent ? api.trace.setSpan(api.ROOT_CONTEXT, parent) : api.ROOT_CONTEXT;
    const span = tracer.startSpan(nameOf(doing), { attributes: attributesOf(doing) }, context);
    spans.set(doing, span);
    return (outcome) => {
      span.setAttribute("tightrope.outcome", outcome);
      if (outcome === "failed") span.setStatus({ code: api.SpanStatusCode.ERROR });
      span.end();
    };
  };
  return {
    witness: { began },
    close: async () => {
      const late = new Promise((resolve) => setTimeout(resolve, LAST_SENDING).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
    },
  };
}

const nameOf = (doing: Doing) => (doing.what === "call" ? doing.method : `${doing.what} ${kindOf(doing)}`);

const kindOf = (doing: Doing) =>
  doing.what === "transaction" ? doing.of : doing.what === "call" ? doing.method : doing.kind;

const WORDLESS = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// Nothing that anybody wrote, and nobody's name. The id of a message is in the log, too, where it is sought by it.
const attributesOf = (doing: Doing): Attributes =>
  doing.what === "send" && WORDLESS.test(doing.id) ? { "tightrope.message": doing.id } : {};
