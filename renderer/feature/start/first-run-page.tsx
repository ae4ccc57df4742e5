import { useState } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { firstRoleOf, sides } from '#shared/domain/role.ts';
import type { Side } from '#shared/domain/role.ts';
import { call } from '../../client.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { AccountFields } from './account-fields.tsx';
import './first-run-page.css';
import { faultsOf } from './new-account.ts';
import type { NewAccount } from './new-account.ts';
import { StartFrame } from './start-frame.tsx';
import { UnitChoice } from './unit-choice.tsx';

const noAccount: NewAccount = { displayName: '', name: '', password: '', passwordAgain: '' };

/** The first start on a computer: whose ledger it is, and who works with it first. */
export function FirstRunPage() {
  const { t } = useText();
  const [file, setFile] = useState<CallOutput<'setup.pickCatalogue'>>(null);
  const catalogue = file === null ? {} : { catalogue: file.handle };
  const { query } = useQuery('setup.units', catalogue);
  const task = useTask();
  const adopt = useSession((session) => session.adopt);
  const [side, setSide] = useState<Side>('district');
  const [chosen, setChosen] = useState('');
  const [account, setAccount] = useState(noAccount);
  const [isChecked, setIsChecked] = useState(false);

  const units = query.kind === 'ready' ? query.value.filter((unit) => unit.side === side) : [];
  const unit = units.length === 1 ? units[0] : units.find(({ code }) => code === chosen);
  const faults = faultsOf(account);
  const missing = [
    unit === undefined ? t('start.unitTitle') : null,
    faults.length > 0 ? t('start.accountTitle') : null,
  ].filter((part) => part !== null);

  const create = async () => {
    setIsChecked(true);
    if (unit === undefined || faults.length > 0) return;
    const { name, displayName, password } = account;
    const made = await task.run(() =>
      call('setup.create', {
        side,
        unit: unit.code,
        ...catalogue,
        account: { name: name.trim(), displayName: displayName.trim(), password },
      }),
    );
    if (made !== null) adopt({ ok: true, value: made });
  };

  const pickFile = async () => {
    // The button leads back from the file to the program's own plan.
    const picked = file === null ? await task.run(() => call('setup.pickCatalogue', {})) : null;
    setChosen('');
    setFile(picked);
  };

  return (
    <StartFrame title={t('start.title')} subtitle={t('start.intro')} isWide>
      {query.kind === 'loading' && <Busy isPage />}
      {query.kind === 'refused' && (
        <RefusalNotice refusal={query.refusal}>
          {file !== null && (
            <Button
              onClick={() => {
                setFile(null);
              }}
            >
              {t('start.ownPlan')}
            </Button>
          )}
        </RefusalNotice>
      )}
      {query.kind === 'ready' && (
        <form
          noValidate
          className="first-run-columns"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
            focusFirstInvalid(event.currentTarget);
          }}
        >
          <section className="first-run-part">
            <h2>{t('start.sideTitle')}</h2>
            <SideChoice side={side} onChoose={setSide} />
            <UnitChoice
              key={side}
              units={units}
              chosen={unit?.code ?? ''}
              isMissing={isChecked && unit === undefined}
              onChoose={setChosen}
            />
            <Made unitName={unit?.nameWithType ?? null} file={file?.label ?? null} />
            <Button
              kind="quiet"
              onClick={() => {
                void pickFile();
              }}
            >
              {t(file === null ? 'start.otherPlan' : 'start.ownPlan')}
            </Button>
          </section>
          <section className="first-run-part">
            <h2>{t('start.accountTitle')}</h2>
            <p className="caption">
              {t('start.accountHint', { role: t(`terms.roleTitles.${firstRoleOf(side)}`) })}
            </p>
            <AccountFields
              account={account}
              faults={isChecked ? faults : []}
              onChange={setAccount}
            />
            {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
            <Button kind="primary" type="submit" disabled={task.isRunning}>
              {t(task.isRunning ? 'start.creating' : 'start.create')}
            </Button>
            {isChecked && missing.length > 0 && (
              <p className="field-error" role="alert">
                {t('start.missing', { what: missing.join(', ') })}
              </p>
            )}
          </section>
        </form>
      )}
    </StartFrame>
  );
}

function SideChoice(props: { readonly side: Side; readonly onChoose: (side: Side) => void }) {
  const { t } = useText();
  return (
    <fieldset className="first-run-sides">
      <legend className="visually-hidden">{t('start.sideTitle')}</legend>
      {sides.map((side) => (
        <label key={side} className="first-run-side">
          <input
            type="radio"
            name="side"
            checked={side === props.side}
            onChange={() => {
              props.onChoose(side);
            }}
          />
          <span className="first-run-side-name">{t(`terms.sides.${side}`)}</span>
          <span className="caption">{t(`start.sideHints.${side}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Made(props: { readonly unitName: string | null; readonly file: string | null }) {
  const { unitName, file } = props;
  const { t } = useText();
  return (
    <div className="first-run-made">
      <h3>{t('start.madeTitle')}</h3>
      <ul>
        <li>{t('start.made.store', { unit: unitName ?? t('start.madeUnitUnknown') })}</li>
        <li>{t('start.made.keys')}</li>
        <li>
          {file === null ? t('start.made.catalogue') : t('start.made.catalogueFile', { file })}
        </li>
      </ul>
    </div>
  );
}
