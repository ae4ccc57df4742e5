import { useState } from 'react';

import type { DraftView } from '#shared/ipc/calls/catalogue-desk.ts';
import { forgetCatalogue } from '../../state/catalogue-store.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';
import './catalogue-page.css';
import { CataloguePanel } from './catalogue-panel.tsx';
import { DraftPart } from './draft-part.tsx';
import { EditDialog } from './edit-dialog.tsx';
import type { EditForm } from './edit-form.ts';
import { CheckPart } from './check-part.tsx';
import type { PartProps } from './part.tsx';
import { IndicatorPart, PeriodPart, TargetPart, UnitTargetPart } from './parts.tsx';
import { UnitPart } from './unit-part.tsx';
import { PublishDialog } from './publish-dialog.tsx';

const parts = [
  'draft',
  'periods',
  'indicators',
  'targets',
  'unitTargets',
  'checks',
  'units',
  'holders',
] as const;
type PartName = (typeof parts)[number];

/** The province edits the plan's catalogue, publishes it and hands it out. */
export function CataloguePage() {
  const { t } = useText();
  const { query, replace } = useQuery('catalogue.draft', {});
  if (query.kind === 'ready') return <CatalogueDesk draft={query.value} onDraft={replace} />;
  return (
    <Page title={t('catalogueDesk.title')}>
      {query.kind === 'refused' ? (
        <RefusalNotice refusal={query.refusal} />
      ) : (
        <Busy isPage label={t('catalogueDesk.loading')} />
      )}
    </Page>
  );
}

function CatalogueDesk(props: {
  readonly draft: DraftView;
  readonly onDraft: (draft: DraftView) => void;
}) {
  const { t } = useText();
  const { draft, onDraft } = props;
  const mayEdit = useSession((session) => session.state?.account?.role === 'receiver');
  const loadPeriods = useNavigation((navigation) => navigation.loadPeriods);
  const holders = useQuery('catalogue.holders', {});
  const task = useTask();
  const [part, setPart] = useState<PartName>('draft');
  const [form, setForm] = useState<EditForm | null>(null);
  const [isPublishing, setIsPublishing] = useState(false);
  const [published, setPublished] = useState<number | null>(null);

  const partProps: PartProps = {
    catalogue: draft.catalogue,
    mayEdit,
    onOpen: setForm,
  };
  const isReady = mayEdit && draft.differences.length > 0;

  return (
    <Page
      title={t('catalogueDesk.title')}
      // The line is kept while it loads, so that nothing below it moves.
      subtitle={
        holders.query.kind === 'ready' ? <Subtitle holders={holders.query.value} /> : '\u00a0'
      }
      actions={
        isReady && (
          <Button
            kind="primary"
            disabled={draft.faults.length > 0 || task.isRunning}
            onClick={() => {
              setPublished(null);
              setIsPublishing(true);
            }}
          >
            {t('catalogueDesk.draft.publish', { version: draft.next })}
          </Button>
        )
      }
    >
      <div className="catalogue-page">
        <Segmented
          label={t('catalogueDesk.parts.label')}
          value={part}
          onChange={(chosen) => {
            task.clear();
            setPublished(null);
            setPart(chosen);
          }}
          options={parts.map((value) => ({
            value,
            label:
              value === 'draft' && draft.differences.length > 0
                ? `${t('catalogueDesk.parts.draft')} (${String(draft.differences.length)})`
                : t(`catalogueDesk.parts.${value}`),
          }))}
        />
        {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
        {published !== null && (
          <Notice kind="success" title={t('catalogueDesk.publish.done', { version: published })} />
        )}
        {/* Why nothing can be published is said wherever somebody edits. */}
        {part !== 'draft' && draft.faults.length > 0 && (
          <Notice
            kind="error"
            title={t('catalogueDesk.faults.title', { count: draft.faults.length })}
          >
            <p>{t('catalogueDesk.faults.inDraft')}</p>
          </Notice>
        )}
        {part === 'draft' && (
          <DraftPart draft={draft} mayEdit={mayEdit} task={task} onDraft={onDraft} />
        )}
        {part === 'periods' && <PeriodPart {...partProps} />}
        {part === 'indicators' && <IndicatorPart {...partProps} />}
        {part === 'targets' && <TargetPart {...partProps} />}
        {part === 'unitTargets' && <UnitTargetPart {...partProps} />}
        {part === 'checks' && <CheckPart {...partProps} />}
        {part === 'units' && <UnitPart {...partProps} />}
        {part === 'holders' && (
          <CataloguePanel
            holders={holders.query}
            isNext={draft.differences.length === 0}
            takesKeyboard={published !== null}
            onIssued={holders.reload}
          />
        )}
      </div>
      {form !== null && (
        <EditDialog
          key={form.title}
          form={form}
          onClose={() => {
            setForm(null);
          }}
          onEdited={(edited) => {
            setForm(null);
            onDraft(edited);
          }}
        />
      )}
      {isPublishing && (
        <PublishDialog
          draft={draft}
          onClose={() => {
            setIsPublishing(false);
          }}
          onPublished={(next) => {
            setIsPublishing(false);
            setPublished(next.inForce);
            setPart('holders');
            onDraft(next);
            holders.reload();
            forgetCatalogue();
            void loadPeriods();
          }}
        />
      )}
    </Page>
  );
}

function Subtitle(props: {
  readonly holders: Extract<
    Parameters<typeof CataloguePanel>[0]['holders'],
    { kind: 'ready' }
  >['value'];
}) {
  const { t } = useText();
  const { version, units } = props.holders;
  const having = units.filter(({ reported }) => reported !== null && reported.version >= version);
  return t('catalogueDesk.subtitle', { version, holders: having.length, units: units.length });
}
