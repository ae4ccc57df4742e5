import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { call } from '../../client.ts';
import { useKeyDocument } from '../../state/use-key-document.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { KeyDocumentButtons } from '../../ui/key-document-buttons.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { useIsAdministrator } from './administrator.tsx';
import { writtenTo, WrittenNote } from './written-note.tsx';
import type { Written } from './written-note.tsx';

/** What goes on the province's letter, and the keyring file that goes with it. */
export function OwnKeyringPanel(props: {
  readonly trust: TrustState;
  readonly onChange: (trust: TrustState) => void;
}) {
  const { t, formatInstant } = useText();
  const { trust } = props;
  const isAdministrator = useIsAdministrator();
  const [done, setDone] = useState<Written | null>(null);
  const task = useTask();
  const paper = useKeyDocument({ kind: 'letter' });

  const write = async () => {
    setDone(null);
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    const written = await task.run(() => call('trust.writeKeyring', { folder: folder.handle }));
    if (written === null) return;
    const { fileName, folderLabel } = written;
    setDone(writtenTo(folderLabel, (folder) => t('trust.province.own.done', { fileName, folder })));
    props.onChange(written.trust);
  };

  return (
    <Panel
      title={t('trust.province.own.title')}
      aside={
        <Button
          disabled={!isAdministrator || task.isRunning}
          onClick={() => {
            void write();
          }}
        >
          {t('trust.province.own.action')}
        </Button>
      }
    >
      <div className="letter-fingerprint">
        <Fingerprint digits={trust.keyring?.fingerprint ?? trust.ownFingerprint} />
      </div>
      <p className="muted">{t('trust.province.own.lead')}</p>
      <KeyDocumentButtons
        work={paper}
        name={t('trust.documents.letter')}
        isDisabled={!isAdministrator}
      />
      {trust.keyring !== null && (
        <p className="caption">
          {t('trust.province.own.version', {
            version: trust.keyring.version,
            at: formatInstant(trust.keyring.issuedAt),
          })}
        </p>
      )}
      {task.isRunning && <Busy label={t('trust.province.own.working')} />}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {done !== null && <WrittenNote written={done} />}
    </Panel>
  );
}
