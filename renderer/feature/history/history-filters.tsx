import { useEffect, useId, useRef } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { everyChange, useHistory } from '../../state/history-store.ts';
import { Busy } from '../../ui/busy.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';

/** So long a pause in typing begins a search. */
const PAUSE_MILLISECONDS = 200;

/** Shows every change again. */
export function clearFilters(): void {
  void useHistory.getState().choose(everyChange);
}

/** What the history is narrowed down to; `bundle` is the revision that was sealed last. */
export function HistoryFilters(props: {
  readonly forms: CallOutput<'history.summary'>['forms'];
  readonly bundle: number | null;
}) {
  const { t } = useText();
  const filter = useHistory((history) => history.filter);
  const choose = useHistory((history) => history.choose);
  const { forms, bundle } = props;
  const formId = useId();
  return (
    <div className="history-filters" role="search" aria-label={t('history.filters.label')}>
      <div className="history-form">
        <label htmlFor={formId}>{t('history.filters.form')}</label>
        <select
          id={formId}
          className="field-input"
          value={filter.form ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void choose({ form: value === '' ? null : value, row: null });
          }}
        >
          <option value="">{t('history.filters.allForms')}</option>
          {forms.map(({ form, name }) => (
            <option key={form} value={form}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {bundle !== null && (
        <Segmented
          label={t('history.filters.span')}
          value={filter.span}
          options={[
            { value: 'all', label: t('history.filters.all') },
            {
              value: 'since-bundle',
              label: t('history.filters.sinceBundle', { revision: bundle }),
            },
            { value: 'differing', label: t('history.filters.differing', { revision: bundle }) },
          ]}
          onChange={(span) => {
            void choose({ span });
          }}
        />
      )}
      <SearchField />
      {filter.row !== null && (
        <button
          type="button"
          className="history-row-filter"
          title={t('history.filters.clearRow')}
          onClick={() => {
            void choose({ row: null });
          }}
        >
          <span className="history-row-filter-name">
            {t('history.filters.row', { name: filter.row.name })}
          </span>
          <Icon name="close" />
          <span className="visually-hidden">{t('history.filters.clearRow')}</span>
        </button>
      )}
      <Count />
    </div>
  );
}

/** Searches when typing pauses; the field holds what was typed at once. */
function SearchField() {
  const { t } = useText();
  const text = useHistory((history) => history.filter.text);
  const choose = useHistory((history) => history.choose);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);

  useEffect(() => {
    // A filter that was cleared elsewhere empties the field as well.
    if (input.current !== null && text === '') input.current.value = '';
  }, [text]);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );

  const search = (wanted: string, pause: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      void choose({ text: wanted });
    }, pause);
  };
  return (
    <div className="history-search">
      <Icon name="search" />
      <input
        ref={input}
        className="field-input"
        type="search"
        aria-label={t('history.filters.search')}
        placeholder={t('history.filters.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        defaultValue={text}
        onChange={(event) => {
          search(event.currentTarget.value, PAUSE_MILLISECONDS);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') search(event.currentTarget.value, 0);
          if (event.key === 'Escape') {
            event.currentTarget.value = '';
            search('', 0);
          }
        }}
      />
    </div>
  );
}

/** How much is shown of what was found. */
function Count() {
  const { t } = useText();
  const count = useHistory((history) => history.changes?.length ?? null);
  const hasMore = useHistory((history) => history.next !== null);
  const isOfCells = useHistory((history) => history.filter.span === 'differing');
  const shown = isOfCells ? 'history.shownCells' : 'history.shown';
  const words = count === 0 ? 'history.shownNone' : hasMore ? 'history.shownOfMore' : shown;
  const isReading = useHistory((history) => history.isReading);
  return (
    <div className="history-count caption" role="status">
      {isReading ? <Busy label={t('history.loading')} /> : count !== null && t(words, { count })}
    </div>
  );
}
