import type { RefusalCode } from '../refusal-codes.ts';
import { enExchangeRefusals } from './exchange-refusals.ts';

export const enRefusals = {
  ...enExchangeRefusals,
  'internal-fault':
    'The program failed while doing this ({{call}}). Saved figures are safe. Try again; if it happens again, restart the program and report this code.',
  'call-unknown':
    'The screen asked for something the program does not have. Nothing changed. Restart the program.',
  'input-invalid': 'The request was not valid and was not carried out. Nothing changed.',
  'call-not-permitted': 'Your account may not do this. Sign in with an account of the right role.',
  'sign-in-first': 'You are not signed in. Sign in again; what was saved is still there.',
  'sign-in-failed':
    'The name or the password is wrong. Check the keyboard layout and Caps Lock, then try again.',
  'sign-in-wait':
    'Too many wrong passwords. Wait {{seconds}} seconds and try again. The figures are safe.',
  'password-wrong':
    'Your password is wrong, so nothing was done. Enter the password that you sign in with.',
  'password-missing':
    'This step takes your own signature. Enter the password that you sign in with.',
  'password-too-short': 'The password is too short. Use at least {{shortest}} characters.',
  'account-name-unusable':
    'This account name cannot be used. Use letters, digits, dots or hyphens, at most 40.',
  'account-exists': 'There is an account named {{account}} already. Choose another name.',
  'role-of-other-side': 'This role does not belong to this level of unit.',
  'office-key-unavailable':
    'Your account holds no copy of the office’s key, so it can neither sign nor open bundles. Use the focal officer’s account.',
  'store-not-set-up': 'The ledger was not set up yet. Choose the unit and make the first account.',
  'store-exists': 'The ledger on this computer is set up already. Nothing was changed. Sign in.',
  'store-in-use':
    'The ledger is held by another program. Nothing was changed. Close the other window and try again.',
  'store-newer-than-program':
    'The ledger was made by a newer version (schema {{version}}, this program reads up to {{known}}). The file was left untouched. Install the newer program.',
  'store-damaged':
    'The ledger’s file is damaged. It was set aside as {{file}}, not deleted. Open the last backup, or send that file to support.',
  'store-unwritable':
    'The data folder cannot be written ({{file}}). Check disk space and permissions, then start again.',
  'no-backup': 'No backup that opens was found. The damaged file is still there. Ask for support.',
  'nothing-to-restore': 'The ledger is not damaged; there is nothing to restore.',
  'catalogue-malformed':
    'The catalogue is malformed (at {{at}}). The one in use is unchanged. Ask the province for the file again.',
  'catalogue-inconsistent':
    'The catalogue contradicts itself in {{faults}} places, first at {{at}}: {{value}}. The one in use is unchanged. Tell the province.',
  'backup-not-made':
    'This version has to bring the ledger to a new schema, but no backup could be made, so nothing was done ({{reason}}). The ledger is as it was. Check disk space and permissions, then start again.',
  'store-not-upgraded':
    'The ledger could not be brought from schema {{version}} to {{known}} ({{reason}}). It is as it was before. Use the older program and send the ledger’s file to support.',
  'edit-subject-unknown':
    'The draft has no "{{code}}", so nothing was edited. Open this part again and try once more.',
  'edit-code-taken': '"{{code}}" is in use, so nothing was added. Choose another code or horizon.',
  'edit-day-unusable':
    'No unit bears the code {{code}} both on {{day}} and on the day before, so nothing was edited. Check the code and the day.',
  'edit-units-unfit':
    'It takes at least two different units of one level under one unit. Nothing was edited.',
  'draft-missing':
    'The draft changes nothing, so nothing was published. The catalogue in force stays as it is.',
  'draft-inconsistent':
    'The draft has {{faults}} faults (the first at {{at}}) and was not published. The draft is kept. Mend what is named.',
  'draft-outdated':
    'The draft was begun from version {{base}}, and version {{version}} is in force by now. It was not published; the draft is kept. Save it as a file to compare, discard it, and edit the version in force again.',
  'draft-step-not-last':
    'This is no longer the last step of the draft, so nothing was undone. Look at the draft again and retry.',
  'catalogue-file-unreadable':
    '{{file}} cannot be read as a catalogue (a JSON file of at most 32 MB). The draft is unchanged. Choose another file.',
  'catalogue-waits-for-report':
    'The report of {{period}} waits to be approved or sealed under the catalogue in use. The catalogue is unchanged. Seal or return that report first, then use the new catalogue.',
  'catalogue-offer-unknown':
    'No version {{version}} of the catalogue is waiting. The one in use is unchanged.',
  'edit-value-unusable':
    'The value "{{value}}" cannot be used here. Nothing was edited. Enter another one.',
  'edit-strict-equal':
    'A target that is to equal a value cannot leave that value out. Nothing was edited. Choose another comparison, or No.',
  'backup-unusable':
    'There is no backup {{backup}}, or it does not open. Nothing was changed. Choose another one of the list.',
  'period-unknown': 'The catalogue has no period {{period}}.',
  'row-unknown': 'This form has no row {{row}}.',
  'form-unknown': 'This period has no form {{form}} for your unit.',
  'nobody-to-remind':
    'No unit is to be reminded in this period, so there is nothing to print or write.',
  'cell-not-yours': 'This cell is not filled by your unit (row {{row}}).',
  'sheet-locked':
    'The sheet is locked because the report has left recording. What you typed was not saved. To change it, return or reopen the report with a reason.',
  'denominator-zero':
    'The denominator is 0, so there is no rate. What you entered is kept. Enter "-" if nothing occurred.',
  'indicator-has-no-rate':
    'Indicator {{indicator}} is entered as one value; it has no numerator and denominator.',
  'action-not-now':
    'This step is not possible in the report’s present state. See its progress on the approval page.',
  'action-not-yours': 'Another role does this step. Switch accounts.',
  'reason-missing': 'Give the reason. It is kept in the history and shown to the recorder.',
  'preparer-cannot-approve':
    'Whoever recorded or sent the figures cannot check or approve them. Somebody else has to sign in.',
  'findings-open':
    '{{count}} findings must be settled before the report is sent. What was entered is kept. Open the list of findings.',
  'recovery-missing':
    'This office has made no recovery code, so none can open it. Try the password again, or have somebody else of the office sign in.',
  'recovery-code-malformed': 'A recovery code has exactly 40 digits. Type it again from the print.',
  'recovery-code-check-digits':
    'At least one digit of the recovery code is wrong or two were swapped. Compare it with the print, group by group.',
  'recovery-code-wrong':
    'This is not the recovery code in use (it may have been replaced). The password stays. Look for the newest print.',
  'safe-storage-other-machine':
    'Your copy of the key is bound to another computer, another Windows account or another data folder and does not open here. The figures are safe. Sign out, choose Forgot the password… on the sign-in page and type the recovery code: the copy is made anew for this computer.',
  'safe-storage-missing':
    'Your copy of the key is bound to the key store of the operating system, which cannot be used here (the command line never can). The figures are safe. Do this in the program’s window; if the window says the same, sign out, choose Forgot the password… and type the recovery code.',
  'signed-figures-changed':
    'The tables are no longer what the preparer signed, mostly because a new catalogue added or dropped rows. What was entered is all there. Return the report (or reopen it) and sign again from sending it for checking.',
  'period-locked':
    'This period was locked (lock {{number}}), so nothing is recorded in it and it is not locked again. The figures stay as they were locked. To change them, whoever consolidates lifts the lock with a reason.',
  'lock-unknown':
    'This period has no such lock. The figures are unchanged. Open the consolidation page again.',
  'nothing-to-lock':
    'Nothing counts in this period yet, so it was not locked. Receive the units’ reports first.',
  'lock-keys-missing':
    'This account was made when consolidating accounts did not hold the office’s key, so it cannot sign a lock. The figures are unchanged. Set a new password with the recovery code, or let the administrator make a new consolidating account.',
  'lock-altered':
    'Lock {{number}} as it is stored no longer fits the province’s signature: the store was changed past the program. What the units sent is still there. Compare it with the saved lock file and restore a backup.',
  'acts-missing':
    'This report was approved before people signed for themselves. All figures are there. Reopen it, submit and approve it again, then seal it.',
  'paper-document-missing':
    'No signed document of this period is recorded. Enter its number, day and signer and attach the scan on the page Attachments, then record the approval on paper.',
  'attachment-kind-unknown':
    'The file {{file}} is no PDF, JPG or PNG (judged by its content, not its name). Nothing was attached. Scan or export the document as PDF and choose again.',
  'attachment-content-differs':
    'The name {{file}} ends in .{{said}}, but the content is {{found}}. Nothing was attached. Check where the file comes from; if it is the right one, correct its ending and choose again.',
  'attachment-cut':
    'The file {{file}} is cut off: its end is missing. Nothing was attached. Copy or download it again and choose again.',
  'attachment-empty': 'The file {{file}} is empty. Nothing was attached. Choose another file.',
  'attachment-too-large':
    'The file {{file}} is larger than {{most}} MB and was not read. Nothing was attached. Scan it at a lower resolution (about 150 dpi) or split it.',
  'attachments-too-many':
    'This period has no more room for attachments (at most {{most}} MB and {{mostFiles}} items). The chosen file was not attached, earlier ones are still there. Remove some, or use a smaller file.',
  'attachments-locked':
    'The report is no longer being recorded, so documents cannot be added or removed. Nothing has changed. To correct it, return or reopen the report with a reason.',
  'attachment-unknown':
    'This document was not found; it may just have been removed. Open the page again.',
  'attachment-altered':
    'The content of {{file}} was changed outside the program. It was neither written nor sealed. Remove it and attach the original again.',
  'document-field-missing':
    'Something of the signed document is missing. Nothing was recorded. Fill in number, symbol, day and signer.',
  'document-number-malformed':
    'The number "{{typed}}" is not right. Nothing was recorded. Type it as it stands on the document, such as 123.',
  'document-symbol-malformed':
    'The symbol "{{typed}}" is not right. Nothing was recorded. Type it without blanks as it stands on the document, such as BC-UBND.',
  'document-day-unreadable':
    'The day "{{typed}}" could not be read. Nothing was recorded. Type day/month/year, such as 22/8/2022.',
  'document-day-ahead':
    'The day of signing is later than today. Nothing was recorded. Check the day on the document and the PC’s date.',
  'document-file-missing':
    'The PDF of the signed document was not chosen. Nothing was recorded. Choose the PDF and record again.',
  'document-not-pdf':
    'The file {{file}} is no PDF. A signed document has to be a PDF. Nothing was recorded. Choose the digitally signed PDF or a PDF scan.',
  'document-after-sealing':
    'The report was sealed, so a signed document can no longer be recorded. The sealed bundle stays as it is. To add one, reopen the report with a reason and seal it anew.',
  'excel-too-large':
    'The Excel file has {{megabytes}} MB, more than can be taken ({{most}} MB). No figure changed. Remove pictures and sheets that are not needed and save it again.',
  'excel-too-large-inside':
    'The Excel file unpacks to an unusual size ({{reason}}), so it was not read. No figure changed. Copy the table alone to a new file and import that.',
  'excel-damaged':
    'The Excel file is damaged or cut ({{reason}}). No figure changed. Open it in Excel and save it as .xlsx, or ask for it again.',
  'excel-encrypted-or-old':
    'The file has a password or is of the old kind .xls, so it cannot be read. No figure changed. Open it in Excel, take the password away and save it as .xlsx.',
  'excel-has-macros':
    'The file holds macros, so it was not read. No figure changed. Open it in Excel and save it as .xlsx, without macros.',
  'excel-not-a-workbook':
    'The file is no .xlsx workbook. No figure changed. Choose another file or save it as .xlsx.',
  'excel-not-a-template':
    'The file is no template of this program. No figure changed. Import it by matching columns, or export a template and fill that in.',
  'excel-identity-damaged':
    'The part by which the template knows its cells was changed. No figure changed. Export a new template, or import by matching columns.',
  'excel-other-form':
    'The file is a template of form {{form}}, and this is form {{expected}}. No figure changed. Open the right form and import there.',
  'excel-other-unit':
    'The file is a template of unit {{unit}}, and this is the ledger of unit {{expected}}. No figure changed. Choose the right file.',
  'excel-other-period':
    'The file is a template of period {{period}}, and this is period {{expected}}. No figure changed. Open the right period and import there.',
  'excel-newer-catalogue':
    'The file was exported with catalogue version {{catalogue}}, and this computer has version {{known}}. No figure changed. Update the catalogue, then import.',
  'file-changed-meanwhile':
    'The file {{file}} changed after it was looked at. Nothing was recorded. Save and close it in Excel, then look at it again.',
  'excel-sheet-unknown':
    'The file has no sheet with figures to choose. No figure changed. Choose another file.',
  'excel-cells-not-taken':
    '{{count}} cells of the file cannot be taken over. Their figures stay as they are. Correct the file as the reasons say, then import it again.',
  'folder-missing':
    'The chosen folder is not there (the stick may have been pulled). The figures are safe. Plug it in and choose again.',
  'folder-read-only':
    'The folder or stick is write-protected. The figures are safe. Unlock it or choose another folder.',
  'folder-full':
    'The stick or disk is full, so nothing was written. The figures are safe. Free some space or choose another place.',
  'write-not-confirmed':
    'What was read back differs from what was written; the stick may be faulty. The figures are safe. Use another stick.',
  'write-failed':
    'The folder could not be written ({{reason}}). The figures are safe. Plug the stick in again and retry.',
  'place-unknown': 'No folder or file was chosen in this run. Choose again.',
  'file-missing': 'The chosen file is not there. Plug the stick in and choose again.',
  'file-unreadable':
    'The file {{file}} cannot be read. It was left alone. Plug the stick in again.',
  'files-of-several-folders':
    'The chosen files lie in several folders. Choose files of one folder: answers are written beside the bundles.',
  'quarantine-file-too-large':
    'The file is too large to be copied to quarantine. The original was left where it is.',
  'quarantine-full':
    'The quarantine folder {{folder}} is full, so nothing more is copied. The original was left alone. Look through that folder and clear it.',
  'export-differs':
    'The file {{file}} did not read back as the consolidated figures, so it was removed. The figures in the ledger are safe. Export again; if it happens again, choose another format and tell support this code.',
  'export-nothing-to-say':
    'There is no figure of this period that the format of {{file}} can hold (it holds numbers alone). No file was made. Choose another format.',
  'printing-unavailable':
    'Printing and PDF are not available here. The figures are safe. Open the program’s window to print.',
  'printing-failed':
    'Printing failed ({{reason}}). The figures are safe. Check the printer, or save a PDF and print that.',
  usage: 'Wrong use: {{detail}}. Type "help" for the usage.',
  'password-as-argument':
    'A password must not be an argument, where others can see it. Nothing was done. Use --password-stdin, and change the password if it was a real one.',
  'cell-kept-as-draft':
    'Column {{column}} of indicator {{row}} could not be understood. What was typed is kept as a draft. Record it again clearly.',
  'record-file-header':
    'The first line of the CSV file lacks, repeats or does not know column {{column}}. No cell was recorded. Use INDICATOR, NUMERATOR, DENOMINATOR, VALUE, STATUS, COMMENT.',
  'record-file-line':
    'Line {{line}} of the CSV file lacks the indicator or has another number of columns and was not recorded. Other lines are not affected. Quote numbers with a comma, or separate columns by semicolons.',
} as const satisfies Record<RefusalCode, string>;
