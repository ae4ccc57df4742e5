import type { ReactNode } from 'react';

import type { Refusal } from '#shared/kit/result.ts';
import { splitSentence } from './first-sentence.ts';
import { Icon } from './icon.tsx';
import './notice.css';
import { useText } from './text.ts';

export type NoticeProps = {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly children?: ReactNode;
  /** The code that can be read over the phone. */
  readonly phoneCode?: string | undefined;
};

/** A sentence that stands on the page until its reason is gone. Errors are announced at once. */
export function Notice({ kind, title, children, phoneCode }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={kind} />
      <div className="notice-title">{title}</div>
      {phoneCode !== undefined && <div className="notice-code">{phoneCode}</div>}
      <div className="notice-body">{children}</div>
    </div>
  );
}

/** What a refusal says: what happened, what is safe, what to do, and its code for the phone. */
export function RefusalNotice({
  refusal,
  children,
}: {
  readonly refusal: Refusal;
  readonly children?: ReactNode;
}) {
  const { describe } = useText();
  const { text, phoneCode } = describe(refusal);
  const { first, rest } = splitSentence(text);
  return (
    <Notice kind="error" title={first} phoneCode={phoneCode}>
      {rest !== '' && <p>{rest}</p>}
      {children}
    </Notice>
  );
}
