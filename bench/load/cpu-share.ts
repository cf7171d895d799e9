import { existsSync, mkdirSync, rmdirSync, writeFileSync } from "node:fs";

/** A share of a core that processes are held to. */
export type CpuShare = { hold(pid: number): void; remove(): void };

const PERIOD = 100_000;
const V1 = "/sys/fs/cgroup/cpu";
const V2 = "/sys/fs/cgroup";

/**
 * Makes a control group of Linux whose processes together get so much of a core (0.25 is a quarter).
 * @throws where there are no control groups, or one must be root to make them.
 */
export function cpuShare(name: string, share: number): CpuShare {
  const isFirst = existsSync(`${V1}/cgroup.procs`);
  const folder = `${isFirst ? V1 : V2}/${name}`;
  const quota = Math.round(share * PERIOD);
  if (!isFirst) writeFileSync(`${V2}/cgroup.subtree_control`, "+cpu");
  mkdirSync(folder, { recursive: true });
  if (isFirst) {
    writeFileSync(`${folder}/cpu.cfs_period_us`, String(PERIOD));
    writeFileSync(`${folder}/cpu.cfs_quota_us`, String(quota));
  } else writeFileSync(`${folder}/cpu.max`, `${quota} ${PERIOD}`);
  return {
    hold: (pid) => writeFileSync(`${folder}/cgroup.procs`, String(pid)),
    remove: () => rmdirSync(folder),
  };
}
