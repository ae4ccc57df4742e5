import { useState } from 'react';

import type { SessionState } from '#shared/ipc/calls/session.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Badge } from '../../ui/badge.tsx';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { AddAccountDialog } from './add-account-dialog.tsx';

/** Who works in this office, in which role. */
export function AccountsPanel({ session }: { readonly session: SessionState }) {
  const { t } = useText();
  const { query, replace } = useQuery('account.list', {});
  const [isAdding, setIsAdding] = useState(false);
  const announce = useNotices((notices) => notices.announce);
  const isAdministrator = session.account?.isAdministrator === true;
  return (
    <Panel
      title={t('settings.accounts.title')}
      aside={
        isAdministrator && (
          <Button
            onClick={() => {
              setIsAdding(true);
            }}
          >
            {t('settings.accounts.add')}
          </Button>
        )
      }
    >
      <p className="muted">{t('settings.accounts.lead')}</p>
      {query.kind === 'loading' && <Busy label={t('settings.accounts.loading')} />}
      {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
      {query.kind === 'ready' && (
        <div className="table-frame">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('settings.accounts.displayName')}</th>
                <th scope="col">{t('settings.accounts.name')}</th>
                <th scope="col">{t('settings.accounts.role')}</th>
              </tr>
            </thead>
            <tbody>
              {query.value.map((account) => (
                <tr key={account.name}>
                  <th scope="row">
                    {account.displayName}
                    {account.name === session.account?.name && (
                      <span className="muted"> ({t('settings.accounts.you')})</span>
                    )}
                  </th>
                  <td>{account.name}</td>
                  <td>
                    {t(`terms.roleTitles.${account.role}`)}{' '}
                    {account.isAdministrator && (
                      <Badge tone="neutral" icon="key">
                        {t('settings.accounts.administrator')}
                      </Badge>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!isAdministrator && <p className="caption">{t('settings.accounts.onlyAdministrator')}</p>}
      {isAdding && session.store !== null && (
        <AddAccountDialog
          side={session.store.side}
          onClose={() => {
            setIsAdding(false);
          }}
          onAdded={(accounts, displayName) => {
            setIsAdding(false);
            replace(accounts);
            announce('success', t('settings.add.done', { name: displayName }));
          }}
        />
      )}
    </Panel>
  );
}
