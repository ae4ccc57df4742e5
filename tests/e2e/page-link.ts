import { setTimeout as wait } from 'node:timers/promises';

/** A page of a program that Playwright did not start, spoken to over its debugging port. */
export type PageLink = {
  readonly address: string;
  /** Evaluates an expression in the page; promises are awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly close: () => void;
};

type Target = {
  readonly type: string;
  readonly url: string;
  readonly webSocketDebuggerUrl: string;
};
type Answer = {
  readonly id: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
};

/** Waits until a program listens on the port and shows a page, then links to it. */
export async function linkToPage(port: number, seconds: number): Promise<PageLink> {
  for (let tries = seconds * 5; tries > 0; tries -= 1) {
    const target = await findPage(port);
    if (target !== undefined) return link(target);
    await wait(200);
  }
  throw new Error(`No page was there on port ${String(port)} within ${String(seconds)} s.`);
}

async function findPage(port: number): Promise<Target | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${String(port)}/json/list`);
    // The debugging protocol's own answer.
    const targets = (await response.json()) as readonly Target[];
    return targets.find(({ type, url }) => type === 'page' && url !== '');
  } catch {
    return undefined;
  }
}

async function link(target: Target): Promise<PageLink> {
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  return {
    address: target.url,
    evaluate: async (expression) => {
      last += 1;
      const id = last;
      const params = { expression, awaitPromise: true, returnByValue: true };
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
      });
      return answer.result?.result?.value;
    },
    close: () => {
      socket.close();
    },
  };
}
