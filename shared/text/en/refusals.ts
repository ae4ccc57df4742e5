import type { RefusalCode } from '../refusal-codes.ts';

export const enRefusals = {
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
  'province-not-trusted':
    'There is no keyring of the province yet, so nothing can be sealed. The figures are safe. Open the keys page and accept the province’s keyring.',
  'not-enrolled':
    'The province has not confirmed this office’s key. The figures are safe. Send the enrolment request and accept the reply.',
  'fingerprint-malformed':
    'A key fingerprint has exactly 32 digits. Enter it again from the printed letter.',
  'fingerprint-check-digits':
    'At least one digit of the fingerprint is wrong. Compare it with the print, group by group.',
  'fingerprint-differs':
    'The fingerprint does not match the key in the file. Nothing was accepted. Phone the sender and compare file and digits.',
  'keyring-signature-invalid':
    'The keyring’s signature does not hold: the file was altered or damaged. Nothing was accepted. Ask the province for it again.',
  'keyring-key-not-trusted':
    'This keyring was not signed by the province’s key that this office trusts. Nothing was accepted. Phone the province before going on.',
  'keyring-older':
    'This keyring (version {{version}}) is older than the one in use ({{current}}). The one in use stays.',
  'keyring-fork':
    'There are two different keyrings of version {{version}}. The one in use stays. Tell the province at once.',
  'keyring-of-other-province':
    'This keyring belongs to another province (code {{province}}). Nothing was accepted.',
  'key-revoked':
    'The key in the request was revoked and cannot be enrolled again. The unit has to accept the new keyring and write its request once more: the program then makes a new key.',
  'root-folders-same':
    'Two root keys would go to one place. Nothing was written. Plug in all three sticks at once and choose one for each key.',
  'roots-full':
    'The root has been changed so often that no version can be added. Nothing was changed. Start the root keys anew.',
  'identity-malformed':
    'The escrow key has exactly 58 letters and digits after “AGE-SECRET-KEY-1”, without B, I, O and the digit 1. Compare group by group with the print.',
  'identity-check-letters':
    'A letter of the escrow key is wrong or two are swapped. Compare group by group with the print.',
  'escrow-other':
    'This is not the escrow key that the province uses. Nothing was changed. Look for another print, or print the escrow key again.',
  'unit-not-enrolled':
    'No key of unit {{unit}} is enrolled with the province. Nothing was changed. Compare the code with the page of keys and units.',
  'sender-revoked':
    'The key of unit {{unit}} that signed this bundle was revoked. Only bundles that were received before still count. Phone the unit.',
  'document-not-now':
    'There is nothing to print yet: this form needs keys or a keyring that this office does not have. Do the step before.',
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
  'root-signatures-missing':
    'Only {{held}} signatures of the root hold, {{threshold}} are needed. Nothing was accepted. Phone the province before going on.',
  'root-signature-invalid':
    'A signature of the root does not hold: the file was altered or damaged. Nothing was accepted. Ask the province for it again.',
  'root-not-next':
    'The roots in the file do not follow each other (version {{version}}). Nothing was accepted. Ask the province for it again.',
  'keyring-root-missing':
    'This keyring comes without the root that this office trusts. Nothing was accepted. Phone the province before going on.',
  'keyring-root-not-trusted':
    'The root in the file (version {{version}}) does not follow the one that this office trusts. Nothing was accepted. Phone the province at the number you know. If it has started its root keys anew: take the new letter, open “The new keyring is not taken?” under Keys and trust, and type the fingerprint again.',
  'roots-exist': 'The province has root keys already. Replacing them takes two of the three.',
  'roots-missing': 'The province has no root keys yet. Make them first.',
  'root-passwords-same':
    'Two root keys have one password. Each holder chooses their own and tells nobody.',
  'root-key-malformed':
    'This file is no root key of the province, or it was altered. Nothing was changed. Choose the file “SCT1_goc_….key” on the holder’s stick.',
  'root-password-wrong':
    'The password of the root key is wrong. Nothing was changed. Its holder has to type it again.',
  'root-key-not-of-root':
    'This key is not among the root keys in use (it may have been replaced). Nothing was changed. Choose a current root key.',
  'root-key-twice':
    'The same root key was chosen twice. Nothing was changed. The keys of two people are needed.',
  'public-key-unusable':
    'The key in the file cannot be used. Nothing was accepted. Ask the unit to make its request again.',
  'unit-unknown': 'The catalogue has no reporting unit with code {{unit}}.',
  'not-a-bundle': 'This is no bundle of this program. The file was left alone.',
  'bundle-cut':
    'The file is cut short (an unfinished copy or a stick pulled early). Nothing was taken in. Ask the unit to write it again.',
  'bundle-altered':
    'The bundle was changed after it was sealed. Nothing was taken in. Ask the unit to write it again.',
  'not-addressed-to-this-key':
    'The bundle is encrypted for somebody else and cannot be opened here. Nothing was taken in. Check file and addressee.',
  'addressed-to-other':
    'Unit {{from}} signed this bundle for another addressee ({{to}}). Nothing was taken in.',
  'signature-invalid':
    'The bundle’s signature does not hold. Nothing was taken in. Phone the sender.',
  'act-malformed':
    'The bundle has no well-formed signature of who prepared or who approved. Nothing was taken in. Phone the sender.',
  'act-signature-invalid':
    'The own signature of who prepared or who approved does not hold. Nothing was taken in. Phone the sender.',
  'act-differs':
    'Who prepared or who approved signed something else than the bundle holds ({{at}}). Nothing is lost, the bundle is not used. At the unit: reopen the report, submit and approve it again.',
  'act-same-key':
    'One key signed both preparing and approving. Nothing was taken in. Phone the sender: nobody approves what they prepared.',
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
  'acts-left-out':
    'People of unit {{unit}} signed earlier reports for themselves, this one nobody signed. Nothing was taken in. Phone the unit: update the program there, reopen the report, submit, approve and seal it again.',
  'acts-missing':
    'This report was approved before people signed for themselves. All figures are there. Reopen it, submit and approve it again, then seal it.',
  'paper-document-missing':
    'No signed document of this period is recorded. Enter its number, day and signer and attach the scan on the page Attachments, then record the approval on paper.',
  'sender-not-enrolled':
    'The bundle was signed with a key of unit {{unit}} that is not enrolled. Nothing was taken in. Enrol the key first.',
  'statement-malformed': 'The statement in the file is malformed ({{at}}). Nothing was taken in.',
  'statement-of-other-kind':
    'This file is of another kind than what is needed here. Nothing was taken in.',
  'json-not-canonical': 'The statement is not in its canonical spelling. Nothing was taken in.',
  'archive-irregular':
    'The archive inside the bundle is irregular ({{reason}}). Nothing was taken in.',
  'contents-differ-from-statement':
    'The files in the bundle differ from the signed list ({{path}}). Nothing was taken in. Ask the unit to write it again.',
  'data-malformed':
    'The data in the bundle are malformed (line {{line}}, column {{column}}). Nothing was taken in.',
  'data-of-other-unit':
    'The bundle of unit {{unit}} holds figures of another unit. Nothing was taken in.',
  'figure-not-following':
    'The rate of indicator {{row}} does not follow from its amounts. Nothing was taken in. Ask the unit to check its program version.',
  'sequence-fork':
    'Another bundle already has number {{seq}} of this unit. This one is held back. The program may have been copied to a second PC; phone the unit.',
  'sequence-replayed':
    'Bundle number {{seq}} is older than the one received ({{highest}}). The newer figures stay.',
  'sequence-jump':
    'The number jumps from {{highest}} to {{seq}}. The bundle does not count. Phone the sender.',
  'series-unknown':
    'The bundle comes from another installation of the unit (its series is not accepted). The bundle does not count. Enrol the unit’s new request.',
  'bundle-newer-than-program':
    'The bundle was made by a newer version (format {{version}}). Nothing was taken in. Update the program.',
  'bundle-too-large': 'The file is too large to be a bundle. It was left alone.',
  'catalogue-newer':
    'The bundle uses catalogue version {{version}}, newer than here. Nothing was taken in. Update the catalogue.',
  'recipient-malformed':
    'The addressee’s key in the keyring is malformed, so nothing was sealed. The figures are safe. Tell the province.',
  'audit-broken':
    'The audit log is broken at entry {{n}}: the file was changed outside the program. Nothing was sealed, nothing was lost. Ask for support.',
  'audit-rewritten':
    'The audit log on this computer does not fit the one that the province has confirmed (entry {{n}}): the store was replaced or written anew. Nothing was sealed; the figures are untouched. Tell your support, and change nothing more.',
  'figures-changed-silently':
    '{{count}} cells were changed outside the program (first: {{row}}). Nothing was sealed. Enter those cells again.',
  'bundle-unknown': 'This bundle is not in the ledger.',
  'cell-not-in-catalogue':
    "The bundle of unit {{unit}} has a cell that is not in the province's catalogue (form {{form}}, row {{row}}, column {{column}}). Nothing was taken in. Ask the unit to check its program version.",
  'report-not-received': 'No report of this period was received from unit {{unit}}.',
  'not-a-receipt': 'This is no receipt and no catalogue of the province. It was left alone.',
  'receipt-not-for-here': 'This is no report. It was left alone.',
  'catalogue-not-from-province':
    'Unit {{unit}} signed this catalogue, not the province. The one in use is unchanged. Tell the province.',
  'catalogue-differs':
    'This file says it is catalogue version {{version}}, but its content is not that of version {{version}} here. The one in use is unchanged. Phone the province before you go on.',
  'catalogue-older':
    'This is catalogue version {{version}}, older than the one in use ({{current}}). The one in use is unchanged.',
  'drafts-empty': 'Nothing was typed in the chosen forms, so there is nothing to hand over.',
  'drafts-not-paired':
    'No paired computer of this unit signed this file. Nothing was recorded. To take it, have the administrator pair that computer on the page of keys first.',
  'not-drafts': 'These are no drafts between two computers. Nothing was recorded.',
  'drafts-not-open': 'These drafts are no longer open. Nothing was recorded. Open them again.',
  'own-drafts':
    'Drafts between two computers of this unit; take them on the page of recording. Left as they are.',
  'drafts-other-series':
    'The computer “{{name}}” was installed anew or restored from a backup after it was paired. Nothing was recorded. Pair it again by a new introduction.',
  'streams-changed':
    'Another bundle came, or what counts changed while you were looking. Nothing was decided. Look at the comparison again, then choose.',
  'stream-settled':
    'No bundle of this unit waits for a decision in this period. Nothing has changed. Open the page again to see how things stand.',
  'held-full':
    'There is no room for more bundles that wait for a decision: {{waiting}} of this unit wait. This one was not kept and does not count; the file on the stick is as it was. Decide about those that wait, then receive this file again.',
  'unit-not-reporting':
    'Unit {{unit}} does not report for period {{period}}: by the catalogue it does not exist on the last day of the period (merged, split or not yet there). The bundle was not taken in. The unit that succeeds it sends the figures; if the day in the catalogue is wrong, correct the catalogue.',
  'report-set-aside':
    'This report was set aside when two different ones had come, so it cannot be answered on its own. Nothing was signed. If it is the right one, decide again between them on the page of reports that contradict each other.',
  'pairing-other-unit':
    'This introduction is of unit {{unit}}. Only computers of this very unit can be paired.',
  'pairing-own-computer':
    'This is the introduction of this very computer, or of a copy of this ledger. Take the file of the other computer.',
  'computer-unknown': 'This computer is no longer paired. Pair it again on the page of keys.',
  'no-unit-enrolled':
    'No unit has its key enrolled, so there is nobody to issue to. Enrol the units on the page of keys first.',
  'receipt-of-unknown-bundle':
    'This receipt is about a bundle that this ledger did not seal. Nothing changed.',
  'named-for-other': 'This file is for another unit. It was left alone.',
  'own-receipt': 'A receipt or catalogue of this office, for another unit. It was left alone.',
  'receipt-unknown': 'This ledger has no such receipt. Open the page again and choose again.',
  'bundle-not-refused':
    'This bundle can be received, or was received already, so it is not refused. Receive the place with the file once more.',
  'too-many-remarks':
    'One receipt carries at most {{most}} remarks. Put what is alike into the note.',
  'remarks-too-long':
    'All remarks together are {{kilobytes}} KB long; one receipt carries at most {{most}} KB. Nothing more was saved or signed. Shorten some, take some back, or put what is common into the note.',
  'statement-too-large':
    'The statement of the bundle is {{kilobytes}} KB long; who receives it reads at most {{most}} KB, so nothing was sealed. Nothing is lost. Attach fewer files or write less.',
  'contents-too-large':
    'The bundle is too large at {{path}}: who receives it could not open it, so nothing was sealed. Nothing is lost. Attach fewer files or shorten long texts.',
  'receipt-not-written':
    'The bundle was taken in, but its receipt could not be written to the folder. Plug the stick in again and receive the folder once more: the same receipt is written.',
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
  'reading-ended': 'This preview was cancelled. Nothing was taken in. Preview again.',
  'reading-used': 'This preview was taken in before. See the register of imports.',
  'reading-expired': 'More than {{minutes}} minutes went by. Nothing was taken in. Preview again.',
  'import-run-unknown': 'The register has no such import. Open the page again.',
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
