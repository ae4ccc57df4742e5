import { useEffect } from 'react';

import { useNavigation } from '../state/navigation-store.ts';
import { useReport } from '../state/report-store.ts';
import { useSession } from '../state/session-store.ts';
import { useSheet } from '../state/sheet-store.ts';
import { useText } from '../ui/text.ts';
import { ClockStrip } from './clock-strip.tsx';
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
  const chosen = useNavigation((place) => place.form);
  const load = useReport((report) => report.load);
  const first = useReport((report) => report.forms?.[0]?.form ?? null);
  const open = useSheet((sheet) => sheet.open);
  const refreshClock = useSession((session) => session.refreshClock);
  const form = chosen ?? first;

  useEffect(() => {
    void loadPeriods();
  }, [loadPeriods]);

  // Every page may have moved the submission on: the report is read again with each of them.
  useEffect(() => {
    if (period !== null) void load(period);
  }, [load, period, page, chosen]);

  useEffect(() => {
    if (period !== null && form !== null) void open(period, form);
  }, [open, period, form, page]);

  // What speaks against the clock may have come or gone with what a page did.
  useEffect(() => {
    void refreshClock();
  }, [refreshClock, page]);

  useEffect(guardClosing, []);
  useEffect(walkRegions, []);

  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {t('frame.skipToContent')}
      </a>
      <div className="frame-head">
        <TopBar />
        <ClockStrip />
      </div>
      <Rail />
      <main id="content" className="frame-main" tabIndex={-1}>
        <CurrentPage key={page} />
        <PassingNotices />
      </main>
    </div>
  );
}
