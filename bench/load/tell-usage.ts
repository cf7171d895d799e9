// Loaded before an app that is measured: tells the bench what the app has used, when asked.
process.on("message", (asked: { settle?: boolean }) => {
  if (asked.settle) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ cpu: (user + system) / 1_000, heap: heapUsed + external, rss });
});
process.channel?.unref();
