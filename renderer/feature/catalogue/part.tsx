import type { ReactNode } from 'react';

import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { CatalogueEdit } from '#shared/catalogue/edit/edit.ts';
import { Button } from '../../ui/button.tsx';
import type { Text } from '../../ui/text.ts';
import type { EditForm } from './edit-form.ts';
import type { RowAction } from './edit-table.tsx';

/** What every part of the desk is given: the draft, and the ways to change it. */
export type PartProps = {
  readonly catalogue: Catalogue;
  readonly mayEdit: boolean;
  /** Opens the form of an edit. */
  readonly onOpen: (form: EditForm) => void;
};

/** A part with its own way to add something, and what else belongs above it. */
export function Part(props: {
  readonly add: string;
  readonly mayEdit: boolean;
  readonly onAdd: () => void;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <div className="edit-head">
        {props.aside}
        {props.mayEdit && <Button onClick={props.onAdd}>{props.add}</Button>}
      </div>
      {props.children}
    </>
  );
}

/** The action that opens a row’s form. */
export function change({ t }: Text, name: string, onAct: () => void): RowAction {
  const full = t('catalogueDesk.edit.changeOf', { name });
  return { label: t('catalogueDesk.edit.change'), full, onAct };
}

/** The action that takes a row out, once somebody said that it is meant. */
export function removal(
  { t }: Text,
  name: string,
  edit: CatalogueEdit,
  onOpen: PartProps['onOpen'],
): RowAction {
  const full = t('catalogueDesk.edit.removeOf', { name });
  return {
    label: t('catalogueDesk.edit.remove'),
    full,
    onAct: () => {
      onOpen({
        title: full,
        lead: t('catalogueDesk.edit.removeLead'),
        action: t('catalogueDesk.edit.removeAction'),
        fields: [],
        start: {},
        toEdit: () => edit,
      });
    },
  };
}
