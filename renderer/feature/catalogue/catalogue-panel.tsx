import { useEffect, useRef, useState } from 'react';

import type { CatalogueHolders } from '#shared/ipc/calls/catalogue.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { useSession } from '../../state/session-store.ts';
import type { Query } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PartlyWritten } from '../../ui/partly-written.tsx';
import { placeName } from '../../ui/place-name.ts';
import { useText } from '../../ui/text.ts';
import { IssueDialog } from './issue-dialog.tsx';

type Issued = CallOutput<'catalogue.issue'>;
type Unit = CatalogueHolders['units'][number];

/** Which catalogue of the plan is in force, who goes by it, and the way to hand it out. */
export function CataloguePanel(props: {
  readonly holders: Query<CatalogueHolders>;
  /** Whether it is the next thing to do on the page: nothing waits to be published. */
  readonly isNext: boolean;
  /** Whether a version was just published, so that the keyboard goes on here. */
  readonly takesKeyboard: boolean;
  readonly onIssued: () => void;
}) {
  const { t } = useText();
  const { holders } = props;
  const mayIssue = useSession((session) => session.state?.account?.role === 'receiver');
  const [isIssuing, setIsIssuing] = useState(false);
  const [done, setDone] = useState<Issued | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const goesOnHere = props.takesKeyboard && holders.kind === 'ready';
  useEffect(() => {
    if (goesOnHere) button.current?.focus();
  }, [goesOnHere]);
  return (
    <Panel title={t('catalogueDesk.issue.title')}>
      {holders.kind === 'loading' && <Busy label={t('catalogueDesk.loading')} />}
      {holders.kind === 'refused' && <RefusalNotice refusal={holders.refusal} />}
      {holders.kind === 'ready' && <Holders holders={holders.value} />}
      {done !== null && done.missing.length > 0 && (
        <PartlyWritten
          folderLabel={done.folderLabel}
          written={done.files.map(({ name }) => name)}
          missing={done.missing}
        />
      )}
      {done !== null && done.missing.length === 0 && (
        <Notice
          kind="success"
          title={t('catalogueDesk.issue.done', {
            files: done.files.length,
            version: done.version,
            folder: placeName(done.folderLabel),
          })}
        >
          <span className="caption">{done.folderLabel}</span>
        </Notice>
      )}
      <p className="caption">{t('catalogueDesk.issue.means')}</p>
      {mayIssue && (
        <Button
          ref={button}
          kind={props.isNext ? 'primary' : 'secondary'}
          disabled={holders.kind !== 'ready'}
          onClick={() => {
            setDone(null);
            setIsIssuing(true);
          }}
        >
          {t('catalogueDesk.issue.open')}
        </Button>
      )}
      {holders.kind === 'ready' && <UnitList units={holders.value.units} />}
      {isIssuing && holders.kind === 'ready' && (
        <IssueDialog
          holders={holders.value}
          onClose={() => {
            setIsIssuing(false);
          }}
          onIssued={(issued) => {
            setIsIssuing(false);
            setDone(issued);
            props.onIssued();
          }}
        />
      )}
    </Panel>
  );
}

function Holders({ holders }: { readonly holders: CatalogueHolders }) {
  const { t } = useText();
  const { version, units } = holders;
  const having = units.filter(({ reported }) => reported !== null && reported.version >= version);
  return (
    <>
      <p>
        <strong>{t('catalogueDesk.issue.current', { version })}</strong>
      </p>
      <p className="muted">
        {t('catalogueDesk.issue.known', { holders: having.length, units: units.length })}
      </p>
    </>
  );
}

function UnitList({ units }: { readonly units: readonly Unit[] }) {
  const { t } = useText();
  return (
    <details className="catalogue-units" open>
      <summary>{t('catalogueDesk.issue.list')}</summary>
      <ul>
        {units.map((unit) => (
          <li key={unit.unit}>
            <strong>{unit.name}</strong>
            <UnitCatalogue unit={unit} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function UnitCatalogue({ unit }: { readonly unit: Unit }) {
  const { t, formatInstant } = useText();
  const { reported, issued, isEnrolled } = unit;
  const words = [
    issued === null
      ? t(isEnrolled ? 'catalogueDesk.issue.notIssued' : 'catalogueDesk.issue.notEnrolled')
      : t('catalogueDesk.issue.issued', { version: issued.version, at: formatInstant(issued.at) }),
    reported === null
      ? t('catalogueDesk.issue.notReported')
      : t('catalogueDesk.issue.reported', {
          version: reported.version,
          at: formatInstant(reported.at),
        }),
  ];
  return <span className="caption">{words.join('; ')}</span>;
}
