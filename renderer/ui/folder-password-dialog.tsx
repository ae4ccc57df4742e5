import { useState } from 'react';
import type { ReactNode } from 'react';

import { PasswordField } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { FormDialogProps } from './form-dialog.tsx';
import { PlaceField } from './place-field.tsx';

/** A folder that somebody picked: what goes to the services, and what is shown. */
type Folder = { readonly handle: string; readonly label: string };

/** Asks where files go and for the password that signs them; both are needed, and said when missing. */
export function FolderPasswordDialog(
  props: Pick<
    FormDialogProps,
    'title' | 'className' | 'task' | 'working' | 'action' | 'onClose'
  > & {
    readonly folder: {
      readonly label: string;
      readonly none: string;
      readonly pick: string;
      readonly missing: string;
    };
    readonly password: { readonly label: string; readonly hint: string; readonly missing: string };
    readonly onPick: () => Promise<Folder | null>;
    readonly onSend: (folder: string, password: string) => Promise<void>;
    readonly children: ReactNode;
  },
) {
  const {
    title,
    className,
    task,
    working,
    action,
    onClose,
    folder: ofFolder,
    password: of,
  } = props;
  const [folder, setFolder] = useState<Folder | null>(null);
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);

  const pick = async () => {
    const picked = await props.onPick();
    if (picked !== null) setFolder(picked);
  };
  const send = async () => {
    setWasTried(true);
    if (folder === null || password === '') return;
    await props.onSend(folder.handle, password);
    setPassword('');
    setWasTried(false);
  };

  return (
    <FormDialog
      title={title}
      className={className}
      task={task}
      working={working}
      action={action}
      onSubmit={send}
      onClose={onClose}
    >
      {props.children}
      <PlaceField
        label={ofFolder.label}
        place={folder?.label ?? null}
        none={ofFolder.none}
        isDisabled={task.isRunning}
        error={wasTried && folder === null ? ofFolder.missing : null}
        picks={[
          {
            label: ofFolder.pick,
            onPick: () => {
              void pick();
            },
          },
        ]}
      />
      <PasswordField
        label={of.label}
        hint={of.hint}
        error={wasTried && password === '' ? of.missing : null}
        value={password}
        disabled={task.isRunning}
        onChange={setPassword}
      />
    </FormDialog>
  );
}
