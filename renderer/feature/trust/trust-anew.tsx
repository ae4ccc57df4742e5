import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { AcceptForm } from './accept-form.tsx';
import { useText } from '../../ui/text.ts';

/** The way back for a district that lost the thread: the digits of the letter once more. */
export function TrustAnew({ onTrusted }: { readonly onTrusted: (trust: TrustState) => void }) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="trust-anew"
      open={isOpen}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('trust.district.anew.open')}</summary>
      <AcceptForm
        isNext={false}
        lead={t('trust.district.anew.lead')}
        action={t('trust.district.anew.action')}
        onChange={(trust) => {
          setIsOpen(false);
          onTrusted(trust);
        }}
      />
    </details>
  );
}
