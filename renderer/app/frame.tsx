import { useEffect } from 'react';

import { useNavigation } from '../state/navigation-store.ts';
import { useSheet } from '../state/sheet-store.ts';
import { useText } from '../ui/text.ts';
import './frame.css';
import { guardClosing } from './guard-closing.ts';
import { CurrentPage } from './pages.tsx';
import { PassingNotices } from './passing-notices.tsx';
import { Rail } from './rail.tsx';
import { walkRegions } from './regions.ts';
import { TopBar } from './top-bar.tsx';

/** The frame around the work of a signed-in account. */
export function Frame() {
  const { t } = useText();
  const page = useNavigation((place) => place.page);
  const period = useNavigation((place) => place.period);
  const loadPeriods = useNavigation((place) => place.loadPeriods);
  const open = useSheet((sheet) => sheet.open);

  useEffect(() => {
    void loadPeriods();
  }, [loadPeriods]);

  // Every page may have moved the submission on: the sheet is read again with each of them.
  useEffect(() => {
    if (period !== null) void open(period);
  }, [open, period, page]);

  useEffect(guardClosing, []);
  useEffect(walkRegions, []);

  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {t('frame.skipToContent')}
      </a>
      <TopBar />
      <Rail />
      <main id="content" className="frame-main" tabIndex={-1}>
        <CurrentPage key={page} />
        <PassingNotices />
      </main>
    </div>
  );
}
