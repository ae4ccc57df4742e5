import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { useIsAdministrator } from './administrator.tsx';
import { LastTest } from './last-test.tsx';
import { PrintEscrowDialog } from './print-escrow-dialog.tsx';
import { TestEscrowDialog } from './test-escrow-dialog.tsx';

/** The key on paper for the day when nothing else of the province is left. */
export function EscrowPanel(props: {
  readonly escrow: NonNullable<TrustState['escrow']>;
  readonly onChange: (trust: TrustState) => void;
}) {
  const { t, formatInstant } = useText();
  const { escrow, onChange } = props;
  const isAdministrator = useIsAdministrator();
  const [open, setOpen] = useState<'print' | 'test' | null>(null);
  const [done, setDone] = useState<'print' | 'test' | null>(null);
  const close = () => {
    setOpen(null);
  };
  const finish = (what: 'print' | 'test', trust: TrustState) => {
    close();
    setDone(what);
    onChange(trust);
  };
  return (
    <Panel
      title={t('trust.province.escrow.title')}
      aside={
        <span className="root-actions">
          {(['print', 'test'] as const).map((what) => (
            <Button
              key={what}
              disabled={!isAdministrator}
              aria-label={t(`trust.province.escrow.${what}.openName`)}
              onClick={() => {
                setDone(null);
                setOpen(what);
              }}
            >
              {t(`trust.province.escrow.${what}.open`)}
            </Button>
          ))}
        </span>
      }
    >
      <p className="escrow-state">
        {escrow.printedAt === null && escrow.writtenAt === null && (
          <Badge tone="warning" icon="warning">
            {t('trust.province.escrow.notPrinted')}
          </Badge>
        )}
        {escrow.writtenAt !== null && (
          <Badge tone="info" icon="info">
            {t('trust.province.escrow.written', { at: formatInstant(escrow.writtenAt) })}
          </Badge>
        )}
        {escrow.printedAt !== null && (
          <Badge tone="success" icon="success">
            {t('trust.province.escrow.printed', { at: formatInstant(escrow.printedAt) })}
          </Badge>
        )}
        {(escrow.printedAt ?? escrow.writtenAt) !== null && (
          <>
            <span className="muted">{t('trust.province.roots.tested')}:</span>
            <LastTest test={escrow} />
          </>
        )}
      </p>
      <p className="muted">{t('trust.province.escrow.lead')}</p>
      {done !== null && <p role="status">{t(`trust.province.escrow.${done}.done`)}</p>}
      {open === 'print' && (
        <PrintEscrowDialog
          onClose={close}
          onPrinted={(trust) => {
            finish('print', trust);
          }}
        />
      )}
      {open === 'test' && (
        <TestEscrowDialog
          onClose={close}
          onTested={(trust) => {
            finish('test', trust);
          }}
        />
      )}
    </Panel>
  );
}
