import { useState } from 'react';

import { isPressing } from '#shared/domain/reminder.ts';
import type { FollowingView, Reminder } from '#shared/ipc/calls/following.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { Badge } from '../../ui/badge.tsx';
import type { BadgeTone } from '../../ui/badge.tsx';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { PartlyWritten } from '../../ui/partly-written.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import '../../ui/table.css';
import './reminder-desk.css';
import { useText } from '../../ui/text.ts';
import { copyText } from './copy-text.ts';

type Written = CallOutput<'following.writeMessages'>;

/** Who is to be reminded of what, and the ways out: print, PDF, files to paste, the clipboard. */
export function ReminderDesk({ view }: { readonly view: FollowingView }) {
  const { t } = useText();
  const task = useTask();
  const [said, setSaid] = useState<string | null>(null);
  const [partly, setPartly] = useState<Written | null>(null);
  const { period, reminders } = view;
  const open = reminders.filter(({ asksForWork }) => asksForWork);
  const waiting = open.filter((reminder) => !isPressing(reminder)).length;
  if (reminders.length === 0) {
    return (
      <EmptyState title={t('following.reminders.none')}>
        {t('following.reminders.noneHint')}
      </EmptyState>
    );
  }

  const inFolder = async (work: (folder: string) => Promise<string | null>) => {
    setSaid(null);
    setPartly(null);
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder !== null) setSaid(await work(folder.handle));
  };
  const savePdf = () =>
    inFolder(async (folder) => {
      const saved = await task.run(() => call('following.savePdf', { period, folder }));
      return (
        saved &&
        t('following.reminders.saved', { fileName: saved.fileName, folder: saved.folderLabel })
      );
    });
  const write = (files: 'each' | 'one') =>
    inFolder(async (folder) => {
      const written = await task.run(() =>
        call('following.writeMessages', { period, folder, files }),
      );
      if (written === null) return null;
      if (written.missing.length > 0) {
        setPartly(written);
        return null;
      }
      return t('following.reminders.written', {
        count: written.files.length,
        folder: written.folderLabel,
      });
    });
  const print = async () => {
    setSaid(null);
    setPartly(null);
    await task.run(() => call('following.print', { period }));
  };
  const copy = (text: string, done: string) => {
    task.clear();
    setPartly(null);
    setSaid(copyText(text) ? done : t('following.reminders.copyFailed'));
  };

  return (
    <div className="follow-part">
      <div className="follow-bar">
        <span role="status" className="follow-said">
          {task.isRunning ? <Busy label={t('following.reminders.working')} /> : said}
        </span>
        <span
          className="follow-buttons"
          role="group"
          aria-label={t('following.reminders.messages')}
        >
          <span className="caption">{t('following.reminders.messages')}</span>
          <Button
            disabled={open.length === 0}
            onClick={() => {
              copy(
                open.map(({ message }) => message).join('\n\n'),
                t('following.reminders.copiedAll', { count: open.length }),
              );
            }}
          >
            {t('following.reminders.copyAll')}
          </Button>
          <Button
            disabled={task.isRunning || open.length === 0}
            onClick={() => {
              void write('one');
            }}
          >
            {t('following.reminders.writeOne')}
          </Button>
          <Button
            disabled={task.isRunning || open.length === 0}
            onClick={() => {
              void write('each');
            }}
          >
            {t('following.reminders.write')}
          </Button>
        </span>
        <span className="follow-buttons" role="group" aria-label={t('following.reminders.list')}>
          <span className="caption">{t('following.reminders.list')}</span>
          <Button
            disabled={task.isRunning}
            onClick={() => {
              void print();
            }}
          >
            {t('following.reminders.print')}
          </Button>
          <Button
            kind="primary"
            disabled={task.isRunning}
            onClick={() => {
              void savePdf();
            }}
          >
            {t('following.reminders.save')}
          </Button>
        </span>
      </div>
      {waiting > 0 && (
        <p className="caption follow-waiting">
          {t('following.reminders.waiting', { count: waiting })}
        </p>
      )}
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {partly !== null && (
        <PartlyWritten
          folderLabel={partly.folderLabel}
          written={partly.files.map(({ name }) => name)}
          missing={partly.missing}
        />
      )}
      <ScrollRegion className="follow-scroll" label={t('following.reminders.table')}>
        <table className="data-table follow-reminders" aria-label={t('following.reminders.table')}>
          <thead>
            <tr>
              <th scope="col">{t('following.reminders.unit')}</th>
              <th scope="col">{t('following.reminders.why')}</th>
              <th scope="col">{t('following.reminders.what')}</th>
              <th scope="col">{t('following.reminders.days')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('following.reminders.copy')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reminders.map((reminder) => (
              <ReminderRow key={reminder.unit} reminder={reminder} onCopy={copy} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

const looks: Readonly<
  Record<Reminder['reasons'][number], { readonly tone: BadgeTone; readonly icon: IconName }>
> = {
  'nothing-sent': { tone: 'neutral', icon: 'dot' },
  'file-refused': { tone: 'error', icon: 'error' },
  returned: { tone: 'error', icon: 'returned' },
  incomplete: { tone: 'warning', icon: 'half' },
  unexplained: { tone: 'warning', icon: 'explain' },
  unanswered: { tone: 'warning', icon: 'pencil' },
  late: { tone: 'warning', icon: 'clock' },
};

function ReminderRow(props: {
  readonly reminder: Reminder;
  readonly onCopy: (text: string, done: string) => void;
}) {
  const { t } = useText();
  const { unit, name, reasons, lines, days, message, asksForWork } = props.reminder;
  return (
    <tr>
      <th scope="row" className="follow-unit">
        {name}
      </th>
      <td>
        <span className="badges">
          {reasons.map((reason) => (
            <Badge key={reason} tone={looks[reason].tone} icon={looks[reason].icon}>
              {t(`following.reasons.${reason}`)}
            </Badge>
          ))}
        </span>
      </td>
      <td className="follow-what">
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {asksForWork && (
          <details>
            <summary>{t('following.reminders.preview')}</summary>
            <pre>{message}</pre>
          </details>
        )}
      </td>
      <td className="follow-days">{days}</td>
      <td>
        {asksForWork && (
          <Button
            aria-label={t('following.reminders.copyOf', { unit: name })}
            data-unit={unit}
            onClick={() => {
              props.onCopy(message, t('following.reminders.copied', { unit: name }));
            }}
          >
            {t('following.reminders.copy')}
          </Button>
        )}
      </td>
    </tr>
  );
}
