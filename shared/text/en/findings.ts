import type { SameKeysAs } from '../messages.ts';
import type { viFindings } from '../vi/findings.ts';

export const enFindings = {
  'cell-unreadable':
    '“{{typed}}” could not be read. What was typed is kept; type it again clearly.',
  'row-not-filled':
    'Nothing recorded yet. Type “-” when nothing occurred, “...” when the figure is not available.',
  'row-half-filled': 'Only one of numerator and denominator is recorded. Record the other.',
  'status-missing': 'The status is not chosen: estimated, provisional or official.',
  'rate-out-of-range':
    'The result {{rate}} is outside what is possible ({{min}} to {{max}}). Check what was entered and its unit.',
  'denominator-zero':
    'The denominator is 0, so nothing can be computed. Type “-” when nothing occurred.',
  'rate-unusual':
    'The result {{rate}} is unusual (mostly {{min}} to {{max}}). Check it; if it is right, give the reason in the note.',
  'value-needs-note':
    'The result was typed as such, without numerator and denominator. Write its source or the reason in the note.',
  'numerator-above-denominator': 'The numerator is above the denominator. Check both.',
  other: 'To be reviewed ({{code}}).',
} as const satisfies SameKeysAs<typeof viFindings>;
