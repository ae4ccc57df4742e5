import type { ExchangeRefusalCode } from '../refusal-codes.ts';

/** Of keys (K) and bundles (G); the Vietnamese messages are the source. */
export const enExchangeRefusals = {
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
  'acts-left-out':
    'People of unit {{unit}} signed earlier reports for themselves, this one nobody signed. Nothing was taken in. Phone the unit: update the program there, reopen the report, submit, approve and seal it again.',
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
  'reading-ended': 'This preview was cancelled. Nothing was taken in. Preview again.',
  'reading-used': 'This preview was taken in before. See the register of imports.',
  'reading-expired': 'More than {{minutes}} minutes went by. Nothing was taken in. Preview again.',
  'import-run-unknown': 'The register has no such import. Open the page again.',
} as const satisfies Record<ExchangeRefusalCode, string>;
