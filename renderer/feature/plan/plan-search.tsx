import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

import type { PlanView } from '#shared/ipc/calls/plan.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { call } from '../../client.ts';
import { Icon } from '../../ui/icon.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { partOf } from './plan-parts.ts';
import './plan-search.css';

type Hit = CallOutput<'plan.search'>[number];

/** So many hits are listed; whoever needs more types more. */
const SHOWN_HITS = 40;

/** Searches all of the plan; arrows choose a hit, Enter goes there. */
export function PlanSearch(props: {
  readonly plan: PlanView;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useText();
  const listId = useId();
  const asked = useRef('');
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [active, setActive] = useState(0);

  const search = async (wanted: string) => {
    setText(wanted);
    setActive(0);
    setRefusal(null);
    asked.current = wanted;
    if (wanted.trim() === '') {
      setHits(null);
      return;
    }
    const answer = await call('plan.search', { text: wanted });
    // Answers may overtake each other: only the one to the last question counts.
    if (asked.current !== wanted) return;
    if (answer.ok) setHits(answer.value);
    else setRefusal(answer.refusal);
  };
  const clear = () => {
    void search('');
  };
  const shown = hits?.slice(0, SHOWN_HITS) ?? [];
  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    clear();
    props.onChoose(hit.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        setActive(Math.min(active + 1, shown.length - 1));
        break;
      case 'ArrowUp':
        event.preventDefault();
        setActive(Math.max(active - 1, 0));
        break;
      case 'Enter':
        event.preventDefault();
        choose(shown[active]);
        break;
      case 'Escape':
        clear();
        break;
    }
  };
  const isOpen = text.trim() !== '' && (hits !== null || refusal !== null);

  return (
    <div className="plan-search">
      <div className="plan-search-field">
        <Icon name="search" />
        <input
          className="field-input"
          role="combobox"
          aria-label={t('plan.search.label')}
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={
            isOpen && shown.length > 0 ? `${listId}-${String(active)}` : undefined
          }
          autoComplete="off"
          spellCheck={false}
          placeholder={t('plan.search.placeholder')}
          value={text}
          onChange={(event) => {
            void search(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
        {text !== '' && (
          <button type="button" aria-label={t('plan.search.clear')} onClick={clear}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {isOpen && (
        <div className="plan-hits">
          {refusal !== null && <RefusalNotice refusal={refusal} />}
          <p className="plan-hits-head caption" role="status">
            {hits !== null &&
              (hits.length === 0
                ? t('plan.search.none', { text })
                : t('plan.search.found', { found: hits.length }))}
            {shown.length > 0 && <span>{t('plan.search.keys')}</span>}
          </p>
          <div id={listId} role="listbox" aria-label={t('plan.search.results')}>
            {shown.map((hit, index) => (
              <HitOption
                key={hit.id}
                id={`${listId}-${String(index)}`}
                hit={hit}
                plan={props.plan}
                isActive={index === active}
                onChoose={() => {
                  choose(hit);
                }}
              />
            ))}
          </div>
          {hits !== null && hits.length > SHOWN_HITS && (
            <p className="plan-hits-head caption">
              {t('plan.search.more', { more: hits.length - SHOWN_HITS })}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function HitOption(props: {
  readonly id: string;
  readonly hit: Hit;
  readonly plan: PlanView;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useText();
  const part = partOf(props.plan, props.hit.id);
  return (
    <div
      ref={props.isActive ? keepInSight : null}
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.isActive}
      className="plan-hit"
      onPointerDown={(event) => {
        // The field keeps the keyboard, so that the list does not close under the pointer.
        event.preventDefault();
        props.onChoose();
      }}
    >
      <span className="caption">{part === null ? '' : t(`plan.tabs.${part}`)}</span>
      <span className="plan-hit-title">{props.hit.title}</span>
    </div>
  );
}

function keepInSight(option: HTMLDivElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
