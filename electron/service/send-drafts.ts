import type { CellRecord } from '#shared/bundle/cell-record.ts';
import { sealDrafts } from '#shared/bundle/seal.ts';
import type { SealedDrafts } from '#shared/bundle/seal.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { carriedOver } from '#shared/catalogue/sheets/sheet.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { plainText } from '#shared/kit/plain-text.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import { insertSentDrafts, nextDraftsSequence } from '../storage/drafts.ts';
import { write } from '../storage/handle.ts';
import type { PairedComputer } from '../storage/paired-computers.ts';
import { writeDurably } from './durable-file.ts';
import { withOfficeKeys } from './key-use.ts';
import { findPeriod, formsOf, readSheet } from './ledger.ts';
import { accountOf, catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { trustedComputers } from './pairing.ts';

/**
 * District: seals what was typed so far in some forms of a period for a paired computer. What stands
 * empty does not travel, nor what was carried over and nobody confirmed. Refuses `computer-unknown`,
 * `form-unknown`, `drafts-empty`, wrong passwords, and as `places.folder` and `writeDurably`.
 */
export async function sendDrafts(
  office: Office,
  input: HandledInput<'drafts.send'>,
): Promise<Result<CallOutput<'drafts.send'>>> {
  const folder = office.places.folder(input.folder);
  if (!folder.ok) return folder;
  const computer = trustedComputers(office).find(({ id }) => id === input.to);
  if (computer === undefined) return refuse('computer-unknown');
  const period = findPeriod(office, input.period);
  if (!period.ok) return period;
  const forms = formsOf(office, period.value);
  const unknown = input.forms.find((code) => !forms.some((form) => form.code === code));
  if (unknown !== undefined) return refuse('form-unknown', { form: unknown });
  const chosen = forms.filter(({ code }) => input.forms.includes(code));
  const cells = chosen.flatMap((form) => typedCells(office, input.period, form));
  if (cells.length === 0) return refuse('drafts-empty');
  return withOfficeKeys(office, input.password, async ({ signer, ownRecipient, host }) => {
    const { unit, series } = identityOf(office);
    const sealed = await sealDrafts({
      facts: {
        from: { unit, series },
        to: { unit, recipients: [computer.recipient] },
        period: input.period,
        forms: chosen
          .filter(({ code }) => cells.some(({ form }) => form === code))
          .map(({ code, version }) => ({ code, version })),
        catalogue: catalogueOf(office).version,
        seq: nextDraftsSequence(storeOf(office), series),
        created: office.clock.now(),
        app: office.version,
      },
      cells,
      signer,
      ownRecipient,
      host,
    });
    if (!sealed.ok) return sealed;
    // Its number is taken before anything is written, so that none stands on two files.
    keepSent(office, input.period, computer, sealed.value);
    const name = writeDurably(folder.value, sealed.value.fileName, sealed.value.bytes);
    return name.ok
      ? ok({ fileName: name.value, folderLabel: folder.value, cells: cells.length })
      : name;
  });
}

function typedCells(office: Office, period: PeriodCode, form: Form): readonly CellRecord[] {
  const { unit } = identityOf(office);
  return readSheet(office, period, form.code).cells.flatMap(({ row, column, typed, fault }) => {
    const value = plainText(typed);
    return value === '' || fault === carriedOver
      ? []
      : [{ refArea: unit, timePeriod: period, form: form.code, row, column, value }];
  });
}

function keepSent(
  office: Office,
  period: PeriodCode,
  computer: PairedComputer,
  { statement, statementSha256, fileName }: SealedDrafts,
): void {
  const { name: actor, displayName, role } = accountOf(office);
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    insertSentDrafts(handle, {
      series: statement.from.series,
      sequence: statement.seq,
      computer: computer.id,
      period,
      statementSha256,
      fileName,
      sentBy: displayName,
      sentAt: at,
    });
    appendAudit(handle, {
      at,
      actor,
      role,
      action: 'drafts.send',
      object: [period, ...statement.forms.map(({ code }) => code)].join('/'),
      detail: `${computer.kid}:${statementSha256}`,
    });
  });
}
