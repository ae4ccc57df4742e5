import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { useQuery } from '../../state/use-query.ts';
import { Badge } from '../../ui/badge.tsx';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { useIsAdministrator } from './administrator.tsx';
import { IntroduceDialog } from './introduce-dialog.tsx';
import { PairDialog } from './pair-dialog.tsx';
import { UnpairDialog } from './unpair-dialog.tsx';
import { writtenTo, WrittenNote } from './written-note.tsx';
import type { Written } from './written-note.tsx';

type Computer = CallOutput<'pairing.list'>[number];
type Open = 'introduce' | 'add' | Computer | null;

/** The other computers of this unit that hand drafts to this one, and how another one is paired. */
export function ComputersPanel(props: {
  readonly trust: TrustState;
  readonly onChange: (trust: TrustState) => void;
}) {
  const { t } = useText();
  const isAdministrator = useIsAdministrator();
  const { query, replace } = useQuery('pairing.list', {});
  const [open, setOpen] = useState<Open>(null);
  const [done, setDone] = useState<Written | null>(null);
  const close = () => {
    setOpen(null);
  };
  const take = (computers: CallOutput<'pairing.list'>) => {
    close();
    replace(computers);
  };
  return (
    <Panel
      title={t('drafts.computers.title')}
      aside={
        <span className="trust-aside">
          <Button
            disabled={!isAdministrator}
            onClick={() => {
              setDone(null);
              setOpen('introduce');
            }}
          >
            {t('drafts.computers.introduce')}
          </Button>
          <Button
            disabled={!isAdministrator}
            onClick={() => {
              setOpen('add');
            }}
          >
            {t('drafts.computers.add')}
          </Button>
        </span>
      }
    >
      <p className="muted">{t('drafts.computers.lead')}</p>
      {done !== null && <WrittenNote written={done} />}
      {query.kind === 'loading' && <Busy label={t('trust.loading')} />}
      {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
      {query.kind === 'ready' && <ComputerTable computers={query.value} onRemove={setOpen} />}
      {open === 'introduce' && (
        <IntroduceDialog
          ownFingerprint={props.trust.ownFingerprint}
          onClose={close}
          onWritten={({ fileName, folderLabel, trust }) => {
            close();
            // In the place of revoked keys it came with new ones.
            props.onChange(trust);
            setDone(
              writtenTo(folderLabel, (folder) =>
                t('drafts.computers.introduced', { fileName, folder }),
              ),
            );
          }}
        />
      )}
      {open === 'add' && <PairDialog onClose={close} onPaired={take} />}
      {open !== null && typeof open === 'object' && (
        <UnpairDialog computer={open} onClose={close} onRemoved={take} />
      )}
    </Panel>
  );
}

function ComputerTable(props: {
  readonly computers: readonly Computer[];
  readonly onRemove: (computer: Computer) => void;
}) {
  const { t, formatInstant } = useText();
  const isAdministrator = useIsAdministrator();
  if (props.computers.length === 0) return <p className="muted">{t('drafts.computers.none')}</p>;
  return (
    <div className="table-frame">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('drafts.computers.computer')}</th>
            <th scope="col">{t('drafts.computers.fingerprint')}</th>
            <th scope="col">{t('drafts.computers.pairedAt')}</th>
            <th scope="col">{t('drafts.computers.pairedBy')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('drafts.computers.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.computers.map((computer) => (
            <tr key={computer.id}>
              <th scope="row">
                {computer.name}{' '}
                {computer.isRevoked && (
                  <Badge tone="error" icon="error">
                    {t('drafts.computers.revoked')}
                  </Badge>
                )}
              </th>
              <td>
                <Fingerprint digits={computer.fingerprint} />
              </td>
              <td>{formatInstant(computer.pairedAt)}</td>
              <td>{computer.pairedBy}</td>
              <td>
                <Button
                  kind="quiet"
                  disabled={!isAdministrator}
                  aria-label={t('drafts.computers.removeOf', { name: computer.name })}
                  onClick={() => {
                    props.onRemove(computer);
                  }}
                >
                  {t('drafts.computers.remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
