import { create } from 'zustand';

import { useNavigation } from '../state/navigation-store.ts';
import type { PageName } from '../state/navigation-store.ts';
import { useSession } from '../state/session-store.ts';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/text.ts';
import { railEntries } from './rail-entries.ts';
import './rail.css';

const NARROW_WINDOW = 1200;

/** Whether only the icons are shown; a narrow window begins so. */
const useFold = create<{ readonly isFolded: boolean }>()(() => ({
  isFolded: window.innerWidth < NARROW_WINDOW,
}));

/** Pages without an entry of their own, by the page that leads to them. */
const inside: Readonly<Partial<Record<PageName, PageName>>> = {
  excel: 'sheet',
  drafts: 'sheet',
  'received-report': 'receive',
  streams: 'receive',
};

/** The pages, down the left side. */
export function Rail() {
  const { t } = useText();
  const side = useSession(({ state }) => state?.store?.side ?? 'district');
  const page = useNavigation((place) => place.page);
  const current = inside[page] ?? page;
  const go = useNavigation((place) => place.go);
  const isFolded = useFold((fold) => fold.isFolded);
  const foldLabel = t(isFolded ? 'frame.unfoldRail' : 'frame.foldRail');
  const labelClass = isFolded ? 'visually-hidden' : undefined;
  return (
    <nav className={isFolded ? 'rail rail-folded' : 'rail'} aria-label={t('frame.rail')}>
      <ul className="rail-list">
        {railEntries[side].map((entry) => (
          <li key={entry.page}>
            <button
              type="button"
              className="rail-entry"
              aria-current={entry.page === current ? 'page' : undefined}
              title={isFolded ? t(entry.label) : undefined}
              onClick={() => {
                go(entry.page);
              }}
            >
              <Icon name={entry.icon} />
              <span className={labelClass}>{t(entry.label)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="rail-entry rail-fold"
        aria-expanded={!isFolded}
        title={foldLabel}
        onClick={() => {
          useFold.setState({ isFolded: !isFolded });
        }}
      >
        <Icon name={isFolded ? 'unfold' : 'fold'} />
        <span className={labelClass}>{foldLabel}</span>
      </button>
    </nav>
  );
}
