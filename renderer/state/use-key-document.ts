import type { KeyDocument, KeyDocumentFile } from '#shared/ipc/calls/key-document.ts';
import { call } from '../client.ts';
import { useTask } from './use-task.ts';

/** Prints a form about keys. */
export function usePrintedKeyDocument(document: KeyDocument) {
  const task = useTask();
  return {
    task,
    print: async () => {
      await task.run(() => call('keyform.print', { document }));
    },
  };
}

/** Prints a form about keys, or writes it as PDF to a folder that the person picks. */
export function useKeyDocument(document: KeyDocumentFile) {
  const printed = usePrintedKeyDocument(document);
  const { task } = printed;
  return {
    ...printed,
    save: async () => {
      const folder = await task.run(() => call('place.pickFolder', {}));
      if (folder === null) return null;
      return task.run(() => call('keyform.savePdf', { document, folder: folder.handle }));
    },
  };
}
