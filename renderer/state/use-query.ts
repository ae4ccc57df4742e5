import { useEffect, useState } from 'react';

import type { CallInput, CallName, CallOutput } from '#shared/ipc/contract.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { call } from '../client.ts';

export type Query<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'ready'; readonly value: Value };

type Answer<Value> = { readonly key: string; readonly query: Query<Value> };

/**
 * What a page reads when it opens, and again whenever its input changes. While it is read again with
 * the same input (`reload`), the page keeps what it shows; `replace` takes what a command answered.
 * @param input null while it is not known yet: nothing is asked.
 */
export function useQuery<Name extends CallName>(
  name: Name,
  input: CallInput<Name> | null,
): {
  readonly query: Query<CallOutput<Name>>;
  readonly reload: () => void;
  readonly replace: (value: CallOutput<Name>) => void;
} {
  const [answer, setAnswer] = useState<Answer<CallOutput<Name>> | null>(null);
  const [round, setRound] = useState(0);
  const key = JSON.stringify(input);

  useEffect(() => {
    let isWanted = true;
    // The key is the input's text: an equal input made anew by each drawing asks nothing again.
    const asked = JSON.parse(key) as CallInput<Name> | null;
    if (asked === null) return undefined;
    void call(name, asked).then((reply) => {
      if (!isWanted) return;
      setAnswer({
        key,
        query: reply.ok
          ? { kind: 'ready', value: reply.value }
          : { kind: 'refused', refusal: reply.refusal },
      });
    });
    return () => {
      isWanted = false;
    };
  }, [name, key, round]);

  return {
    query: answer?.key === key ? answer.query : { kind: 'loading' },
    reload: () => {
      setRound((last) => last + 1);
    },
    replace: (value) => {
      setAnswer({ key, query: { kind: 'ready', value } });
    },
  };
}
