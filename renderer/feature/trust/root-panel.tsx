import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { useKeyDocument } from '../../state/use-key-document.ts';
import { Button } from '../../ui/button.tsx';
import { KeyDocumentButtons } from '../../ui/key-document-buttons.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { useIsAdministrator } from './administrator.tsx';
import { CreateRootsDialog } from './create-roots-dialog.tsx';
import type { RootBeginning } from './create-roots-dialog.tsx';
import { RenewRootsDialog } from './renew-roots-dialog.tsx';
import type { RenewalKind } from './renew-roots-dialog.tsx';
import { RootKeyTable } from './root-key-table.tsx';
import { RootsAnewWarning } from './roots-anew-warning.tsx';
import { TestRootDialog } from './test-root-dialog.tsx';

type Opened = RootBeginning | RenewalKind | 'test' | 'warning';

/** The root keys above the province's own key: whether there are any, and what they can change. */
export function RootPanel(props: {
  readonly trust: TrustState;
  readonly onChange: (trust: TrustState) => void;
}) {
  const { t, formatInstant } = useText();
  const isAdministrator = useIsAdministrator();
  const paper = useKeyDocument({ kind: 'handover' });
  const [open, setOpen] = useState<Opened | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const root = props.trust.keyring?.root ?? null;
  const close = () => {
    setOpen(null);
  };
  const finish = (words: string, trust: TrustState) => {
    close();
    setDone(words);
    props.onChange(trust);
  };
  const opener = (what: Opened, label: string) => (
    <Button
      disabled={!isAdministrator}
      onClick={() => {
        setDone(null);
        setOpen(what);
      }}
    >
      {label}
    </Button>
  );
  return (
    <Panel
      title={t('trust.province.roots.title')}
      aside={
        <span className="root-actions">
          {root === null ? (
            opener('create', t('trust.province.roots.createOpen'))
          ) : (
            <>
              {opener('test', t('trust.province.roots.test.open'))}
              {opener('signing', t('trust.province.roots.renew.signingOpen'))}
              {opener('keys', t('trust.province.roots.renew.keysOpen'))}
            </>
          )}
        </span>
      }
    >
      {root === null ? (
        <p className="muted">{t('trust.province.roots.none')}</p>
      ) : (
        <>
          <p>
            {t('trust.province.roots.state', {
              version: root.version,
              threshold: root.threshold,
              keys: root.keys.length,
              at: formatInstant(root.issuedAt),
            })}
          </p>
          <RootKeyTable keys={root.keys} />
          <KeyDocumentButtons
            work={paper}
            name={t('trust.documents.handover')}
            isDisabled={!isAdministrator}
          />
        </>
      )}
      {done !== null && <p role="status">{done}</p>}
      {root !== null && isAdministrator && (
        // New keys close it again.
        <details key={root.keys[0]?.fingerprint} className="trust-anew">
          <summary>{t('trust.province.roots.anew.summary')}</summary>
          <div className="trust-form">
            <p className="muted">{t('trust.province.roots.anew.lead')}</p>
            {opener('warning', t('trust.province.roots.anew.open'))}
          </div>
        </details>
      )}
      {open === 'warning' && (
        <RootsAnewWarning
          onClose={close}
          onGo={() => {
            setOpen('anew');
          }}
        />
      )}
      {(open === 'create' || open === 'anew') && (
        <CreateRootsDialog
          beginning={open}
          onClose={close}
          onCreated={({ fileNames, trust }) => {
            const files = fileNames.join(', ');
            const words = open === 'anew' ? 'anew.done' : 'created';
            finish(t(`trust.province.roots.${words}`, { files }), trust);
          }}
        />
      )}
      {open === 'test' && (
        <TestRootDialog
          onClose={close}
          onTested={({ number, fingerprint, trust }) => {
            finish(t('trust.province.roots.test.done', { number, fingerprint }), trust);
          }}
        />
      )}
      {(open === 'signing' || open === 'keys') && (
        <RenewRootsDialog
          kind={open}
          onClose={close}
          onRenewed={({ trust }) => {
            finish(t(`trust.province.roots.renew.${open}Done`), trust);
          }}
        />
      )}
    </Panel>
  );
}
