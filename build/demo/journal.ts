/** One thing that the demo did. */
export type Step = {
  readonly name: string;
  /** The unit in whose office it was done; `-` for the demo's own checks. */
  readonly unit: string;
  readonly milliseconds: number;
  readonly ok: boolean;
  /** What came of it, or why it failed. */
  readonly detail: string;
};

/** The steps of one office in order: what follows a failed step is not tried, but told. */
export type Chain = {
  readonly step: (name: string, work: () => Promise<string>) => Promise<void>;
  /** A step that nothing else stands on: the chain goes on when it fails. */
  readonly aside: (name: string, work: () => Promise<string>) => Promise<void>;
  /** Whether a step failed that the rest stands on. */
  readonly isBroken: () => boolean;
};

export type Journal = {
  readonly steps: readonly Step[];
  /** Begins an office's chain; `onFailure` takes a picture of what went wrong. */
  readonly chain: (unit: string, onFailure?: (name: string) => Promise<string>) => Chain;
};

/** Keeps what was done, how long it took and what failed; `say` is told each step as it ends. */
export function newJournal(say: (step: Step) => void): Journal {
  const steps: Step[] = [];
  const note = (step: Step): void => {
    steps.push(step);
    say(step);
  };
  return {
    steps,
    chain: (unit, onFailure) => {
      let broken: string | null = null;
      const run = async (name: string, work: () => Promise<string>): Promise<boolean> => {
        if (broken !== null) {
          const detail = `not tried: “${broken}” failed before`;
          note({ name, unit, milliseconds: 0, ok: false, detail });
          return false;
        }
        const start = performance.now();
        const took = (): number => Math.round(performance.now() - start);
        try {
          const detail = await work();
          note({ name, unit, milliseconds: took(), ok: true, detail });
          return true;
        } catch (fault) {
          const milliseconds = took();
          const picture = (await onFailure?.(name).catch(() => '')) ?? '';
          const detail = [messageOf(fault), picture].filter((part) => part !== '').join(' – ');
          note({ name, unit, milliseconds, ok: false, detail });
          return false;
        }
      };
      return {
        step: async (name, work) => {
          if (!(await run(name, work))) broken ??= name;
        },
        aside: async (name, work) => {
          await run(name, work);
        },
        isBroken: () => broken !== null,
      };
    },
  };
}

/** What a fault says, without the colours that Playwright writes for terminals. */
export function messageOf(fault: unknown): string {
  const text = fault instanceof Error ? fault.message : String(fault);
  return text.replace(/\u001b\[[\d;]*m/g, '').trim();
}
