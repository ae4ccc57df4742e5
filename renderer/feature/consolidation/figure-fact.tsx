import type { ReactNode } from 'react';

/** One fact of the inspector: what it is, and what it says. */
export function Fact(props: {
  readonly term: string;
  readonly isFigure?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd className={props.isFigure === true ? 'figure-facts-figure' : ''}>{props.children}</dd>
    </div>
  );
}

const EXACT = /^-?\d+(?:\.\d+)?$/;

/** An amount: a number as people write it, or `-` and `...` as they stand. */
export function amountText(
  amount: string,
  format: (value: string, decimals?: number) => string,
): string {
  return EXACT.test(amount) ? format(amount) : amount;
}
