import { useState } from 'react';

import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { OnlyAdministratorNotice, useIsAdministrator } from './administrator.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { EnrolledUnits } from './enrolled-units.tsx';
import { EscrowPanel } from './escrow-panel.tsx';
import { OwnKeyringPanel } from './own-keyring-panel.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { RootPanel } from './root-panel.tsx';
import { writtenTo } from './written-note.tsx';
import type { Written } from './written-note.tsx';

/** The province's own fingerprint for its letter, and every unit's key. */
export function ProvinceTrust(props: {
  readonly trust: TrustState;
  readonly onChange: (trust: TrustState) => void;
}) {
  const { t } = useText();
  const { trust, onChange } = props;
  const isAdministrator = useIsAdministrator();
  const [isEnrolling, setIsEnrolling] = useState(false);
  const [revoking, setRevoking] = useState<TrustState['units'][number] | null>(null);
  const [done, setDone] = useState<Written | null>(null);
  return (
    <Page
      title={t('trust.province.title')}
      subtitle={t('trust.province.subtitle', {
        enrolled: trust.units.filter((unit) => unit.fingerprint !== null && !unit.isRevoked).length,
        expected: trust.units.length,
      })}
      actions={
        <Button
          kind="primary"
          disabled={!isAdministrator}
          onClick={() => {
            setDone(null);
            setIsEnrolling(true);
          }}
        >
          {t('trust.province.units.action')}
        </Button>
      }
    >
      <div className="trust-page">
        <OnlyAdministratorNotice />
        {done !== null && (
          <Notice kind="success" title={done.words}>
            <span className="caption">{done.path}</span>
          </Notice>
        )}
        <OwnKeyringPanel trust={trust} onChange={onChange} />
        <RootPanel trust={trust} onChange={onChange} />
        {trust.escrow !== null && <EscrowPanel escrow={trust.escrow} onChange={onChange} />}
        <EnrolledUnits units={trust.units} onRevoke={setRevoking} />
      </div>
      {revoking !== null && (
        <RevokeDialog
          unit={revoking}
          onClose={() => {
            setRevoking(null);
          }}
          onRevoked={(revoked) => {
            setRevoking(null);
            onChange(revoked);
          }}
        />
      )}
      {isEnrolling && (
        <EnrolDialog
          onClose={() => {
            setIsEnrolling(false);
          }}
          onEnrolled={({ fileName, folderLabel, trust: enrolled }) => {
            setIsEnrolling(false);
            setDone(
              writtenTo(folderLabel, (folder) =>
                t('trust.province.enrol.done', { fileName, folder }),
              ),
            );
            onChange(enrolled);
          }}
        />
      )}
    </Page>
  );
}
