import type { SentBundle } from '#shared/ipc/calls/exchange.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';

type Receipt = NonNullable<SentBundle['receipt']>;

/** The province's answer to the bundle on the envelope, and what it says of single cells. */
export function AnswerNotice({ bundle }: { readonly bundle: SentBundle }) {
  const { t, formatInstant, describe } = useText();
  const go = useNavigation((place) => place.go);
  const { receipt } = bundle;
  if (receipt === null) return null;
  const { outcome, code, note, answeredBy, isShort, remarks } = receipt;
  const at = formatInstant(receipt.at);
  const reason = code === null ? null : describe({ code, facts: {} });
  return (
    <>
      <Notice
        kind={kindOf(outcome)}
        title={t(`bundle.answer.${outcome}`)}
        phoneCode={reason?.phoneCode}
      >
        <p>
          {answeredBy === null
            ? t('bundle.answer.at', { at })
            : t('bundle.answer.by', { at, by: answeredBy })}
        </p>
        {note !== null && <p className="answer-note">{note}</p>}
        {outcome === 'returned' && (
          <>
            <p>{t('bundle.answer.revise')}</p>
            <Button
              onClick={() => {
                go('approval');
              }}
            >
              {t('bundle.answer.toApproval')}
            </Button>
          </>
        )}
        {isShort && <p>{t('bundle.answer.short')}</p>}
      </Notice>
      {remarks.length > 0 && <RemarksPanel remarks={remarks} />}
    </>
  );
}

function kindOf(outcome: Receipt['outcome']): 'success' | 'warning' | 'error' {
  if (outcome === 'accepted') return 'success';
  return outcome === 'accepted-with-notes' ? 'warning' : 'error';
}

function RemarksPanel({ remarks }: { readonly remarks: Receipt['remarks'] }) {
  const { t } = useText();
  const goToCell = useNavigation((place) => place.goToCell);
  return (
    <Panel title={t('bundle.answer.remarks', { count: remarks.length })}>
      <ul className="answer-remarks">
        {remarks.map(({ form, row, column, placeColumn, text, ...names }) => (
          <li key={`${form} ${row} ${column ?? ''}`}>
            <div>
              <strong>{names.rowName}</strong>
              <div className="caption">
                {names.columnName === null
                  ? names.formName
                  : `${names.formName}, ${names.columnName}`}
              </div>
              <div className="answer-note">{text}</div>
            </div>
            <Button
              kind="quiet"
              aria-label={`${t('bundle.answer.goToCell')}: ${names.rowName}`}
              onClick={() => {
                goToCell({ form, row, column: placeColumn });
              }}
            >
              {t('bundle.answer.goToCell')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
