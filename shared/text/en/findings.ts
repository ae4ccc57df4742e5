import type { SameKeysAs } from '../messages.ts';
import type { viFindings, viHowComputed } from '../vi/findings.ts';

export const enFindings = {
  'cell-unreadable':
    '“{{typed}}” could not be read. What was typed is kept; type it again clearly.',
  'cell-carried':
    'Taken from the previous period, not confirmed yet. Check it and press “Confirm”, or type a new figure.',
  'row-not-filled':
    'Nothing recorded yet. Type “-” when nothing occurred, “...” when the figure is not available.',
  'row-half-filled': 'Only one of numerator and denominator is recorded. Record the other.',
  'status-missing': 'The status is not chosen: estimated, provisional or official.',
  'rate-out-of-range':
    'The result {{value}} is outside what is possible ({{min}} to {{max}}). Check what was entered and its unit.',
  'denominator-zero':
    'The denominator is 0, so nothing can be computed. Type “-” when nothing occurred.',
  'rate-unusual':
    'The result {{value}} is unusual (mostly {{min}} to {{max}}). Check it; if it is right, give the reason in the note.',
  'value-needs-note':
    'The result was typed as such, without numerator and denominator. Write its source or the reason in the note.',
  'numerator-above-denominator': 'The numerator is above the denominator. Check both.',
  'negative-amount': 'The number {{value}} is below 0. Check its sign and what was entered.',
  'shares-not-whole': 'The shares add up to {{sum}}, they must make {{whole}}. Check each of them.',
  'cumulative-fell':
    'The cumulative figure {{value}} is below the previous one ({{before}}). Check it; if it is right, explain.',
  'cumulative-not-continued':
    'The cumulative {{value}} is not the previous one plus this period ({{expected}}). Correct one of them.',
  'changed-from-previous':
    'The result {{value}} differs much from {{basePeriod}} ({{before}}). Check it; if it is right, explain.',
  'changed-from-same-period':
    'The result {{value}} differs much from the same period {{basePeriod}} ({{before}}). Check it; if it is right, explain.',
  'denominator-changed':
    'The denominator {{value}} differs much from {{basePeriod}} ({{before}}). Check what was entered and its unit.',
  'outlier-own-history':
    'The result {{value}} is far from this unit’s earlier ones (mostly near {{median}}). Check it.',
  'outlier-peers':
    'The result {{value}} is far from that of other units (mostly near {{median}}). Check it.',
  'official-before-poverty-review':
    'Poor households are reviewed from 1 September to 14 December, so figures of {{figureYear}} cannot be “{{status}}” before {{officialFrom}}. Choose estimated or provisional.',
  'official-before-year-end':
    'Cultural titles are awarded at the end of the year, so figures of {{figureYear}} cannot be “{{status}}” before {{officialFrom}}. Choose estimated or provisional.',
  'official-before-yearly-figures':
    'Figures of {{figureYear}} are published officially from {{officialFrom}} on, so this cannot be “{{status}}”. Choose estimated or provisional.',
  'task-not-reported':
    'This task is not reported yet. Choose its state; “Does not arise” if it is not this unit’s.',
  'task-state-missing': 'The state of the task is not chosen.',
  'name-missing': 'The unit’s own task has no name yet.',
  'progress-out-of-range': 'The progress {{value}}% must be from 0% to 100%.',
  'done-below-hundred':
    'Done, but the progress is {{value}}%. Correct one of them; if it is right, explain.',
  'not-started-with-progress': 'Not started, but the progress is {{value}}%. Check it.',
  'obstacles-missing': 'The task is overdue: write down the problems.',
  'result-missing': 'The result so far is not written down.',
  'funds-not-filled': 'No funds recorded yet. Type “-” if there are none, “...” if not available.',
  'funds-half-filled':
    'The planned, disbursed or cumulative funds are missing. Type “-” when nothing occurred.',
  'in-period-above-cumulative':
    'Disbursed in the period ({{numerator}}) is above the cumulative ({{denominator}}). Check both.',
  'disbursed-above-plan':
    'The cumulative disbursement ({{numerator}}) is above the planned funds ({{denominator}}). Check it; if it is right, explain.',
  'commune-left-behind':
    'Other communes have figures for this indicator ({{others}} of them), this one has none. Type “-” or “...”.',
  'commune-rate-unusual':
    'The rate {{value}} of this commune is unusual (mostly {{min}} to {{max}}). Check it.',
  'support-not-filled': 'No result of this policy recorded yet. Type “-” when nothing occurred.',
  'support-half-filled':
    'A number goes with an amount and the other way round. Type “-” when nothing occurred.',
  'section-empty': 'This section is empty.',
  'plan-number-missing': 'The number, symbol and day of the unit’s plan are not recorded.',
  'own-target-missing': 'The unit has no target of its own for this indicator yet.',
  'target-unusual': 'The target {{value}} is unusual (mostly {{min}} to {{max}}). Check it.',
  'project-half-filled': 'The project lacks its name or its source of funds.',
  'year-out-of-range': 'The year {{value}} must be from {{min}} to {{max}}.',
  'years-reversed': 'The first year ({{numerator}}) is after the last ({{denominator}}).',
  other: 'To be reviewed ({{code}}).',
} as const satisfies SameKeysAs<typeof viFindings>;

export const enHowComputed = {
  readable:
    'The cell takes a number, a day, a choice or text by its column; this could not be read.',
  required: 'Every row has a figure, “-” or “...”.',
  requiredByOthers: '{{others}} others have recorded it; with one missing the total is too small.',
  notZero: 'The denominator must not be 0.',
  range: 'It is {{value}}; allowed are {{min}} to {{max}}.',
  within: '{{numerator}} must not be above {{denominator}}.',
  sum: 'The parts make {{sum}}, the whole is {{whole}}, off by {{difference}}; allowed is {{tolerance}}.',
  neverFalls: 'Now {{value}}, in {{previousPeriod}} {{before}}; a cumulative figure does not fall.',
  previousPlusPeriod:
    'Cumulative of {{previousPeriod}} {{before}} + this period {{inPeriod}} = {{expected}}; it is {{value}}.',
  changePercent:
    '({{value}} − {{before}}) / {{before}} × 100 = {{change}}%; to be accounted for above {{limit}}%.',
  changePoints:
    '{{value}} − {{before}} = {{change}} percentage points; to be accounted for above {{limit}}.',
  outlier:
    'The median of {{count}} figures is {{median}}, their median deviation {{spread}}; allowed is {{factor}} times = {{limit}}, it is off by {{away}}.',
  calendar: 'Figures of {{figureYear}} are official only from {{officialFrom}} on.',
  noteRequired: 'This case asks for an explanation in the cell.',
} as const satisfies SameKeysAs<typeof viHowComputed>;
