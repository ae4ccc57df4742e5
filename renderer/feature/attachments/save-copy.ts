import { call } from '../../client.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useTask } from '../../state/use-task.ts';
import type { Task } from '../../state/use-task.ts';
import { useText } from '../../ui/text.ts';

/** Asks for a folder and writes a copy of a file there; says when it is done. */
export function useSaveCopy(name: 'attachment.saveCopy' | 'attachment.saveReceived'): {
  readonly task: Task;
  readonly save: (id: number) => void;
} {
  const { t } = useText();
  const task = useTask();
  const announce = useNotices((notices) => notices.announce);

  const save = async (id: number) => {
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    const saved = await task.run(() => call(name, { id, folder: folder.handle }));
    if (saved !== null) announce('success', t('attachments.list.saved', { file: saved.fileName }));
  };

  return {
    task,
    save: (id) => {
      void save(id);
    },
  };
}
