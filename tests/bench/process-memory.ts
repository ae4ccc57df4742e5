import { readFileSync, readdirSync } from 'node:fs';

/**
 * The memory of a process and all that descend from it, in MiB: each page shared among processes is
 * counted in parts (PSS). Linux only; NaN elsewhere.
 */
export function memoryOfTree(root: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : null;
    if (parent !== null) parents.set(Number(name), parent);
  }
  const descendants = [...parents.keys()].filter((pid) => descends(pid, root, parents));
  return [root, ...descendants].reduce((sum, pid) => sum + pssOf(pid), 0) / 1024;
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  let parent = parents.get(pid);
  while (parent !== undefined && parent !== root) parent = parents.get(parent);
  return parent === root;
}

function parentOf(pid: string): number | null {
  const status = readQuietly(`/proc/${pid}/status`);
  const parent = /^PPid:\s+(\d+)$/m.exec(status)?.[1];
  return parent === undefined ? null : Number(parent);
}

function pssOf(pid: number): number {
  const rollup = readQuietly(`/proc/${String(pid)}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
}

/** A process may be gone by the time that it is looked at. */
function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
