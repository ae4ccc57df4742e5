import type { ComponentProps } from 'react';

import './button.css';

export type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
};

/** A native button; `secondary` unless told otherwise. At most one `primary` stands on a page. */
export function Button({ kind = 'secondary', type = 'button', ...native }: ButtonProps) {
  return <button {...native} type={type} className={`button button-${kind}`} />;
}
