import type { SameKeysAs } from '../messages.ts';
import type { viComparison } from '../vi/comparison.ts';

export const enComparison = {
  percentOfPlan: '{{percent}}% of the plan',
  percentOfPlanShort: '{{percent}}%',
  goals: { plan: 'the plan', target: "the province's target", given: 'the given target' },
  distance: {
    above: 'above {{goal}} by {{by}}',
    below: 'below {{goal}} by {{by}}',
    at: 'equal to {{goal}}',
  },
  distanceShort: { above: 'above by {{by}}', below: 'below by {{by}}', at: 'equal to the plan' },
  bases: { previous: 'the previous period', samePeriod: 'the same period of last year' },
  ofBase: 'equal to {{percent}}% of {{base}}',
  ofBaseShort: 'equal to {{percent}}%',
  change: {
    up: 'up {{by}} on {{base}}',
    down: 'down {{by}} on {{base}}',
    same: 'unchanged from {{base}}',
  },
  changeShort: { up: 'up {{by}}', down: 'down {{by}}', same: 'unchanged' },
  percent: '{{percent}}%',
  percentBelow: 'less than {{percent}}%',
  points: '{{points}} percentage points',
  inUnit: '{{by}} {{unit}}',
  noChange: {
    'figure-absent': 'There is no figure of this period to compare.',
    'figure-nil': 'Nothing occurred in this period, so nothing is compared.',
    'base-absent': 'There is no figure of {{base}} to compare with.',
    'base-nil': 'Nothing occurred in {{base}}, so nothing is compared.',
    'base-not-positive': 'The figure of {{base}} is not above 0, so no percentage is computed.',
  },
  noPercent: {
    'lower-is-better': 'Lower is better, so no percent of plan is computed; see the distance.',
    'target-equal': 'The target is to be met exactly: no percent of plan; see the distance.',
    growth: 'Growth rates compare in percentage points; see the distance.',
    'plan-not-positive': 'The plan is not above 0, so no percentage is computed; see the distance.',
    'figure-negative':
      'The result is below 0, so no percent of plan is computed; see the distance.',
  },
  pace: {
    up: 'to rise by {{by}} a year to reach {{target}} in {{year}}',
    down: 'to fall by {{by}} a year to reach {{target}} in {{year}}',
    same: 'now at the very value of the target; to be passed to reach {{target}} in {{year}}',
    reached: 'the target for {{year}} is reached',
  },
  paceShort: {
    up: 'up {{by}}',
    down: 'down {{by}}',
    same: 'has to be {{target}}',
    reached: 'reached',
  },
  verdicts: {
    exceeded: 'Exceeded',
    met: 'Met',
    'not-met': 'Not met yet',
    'not-due': 'Not due yet',
  },
  how: {
    percentOfPlan: 'Result / plan × 100',
    distance: 'Result − {{goal}}',
    ofBase: 'This period / {{base}} × 100',
    percentChange: 'This period / {{base}} × 100 − 100',
    points: 'This period − {{base}}',
    pace: '({{target}} − {{figure}}) / {{years}} years left',
    verdict: 'Rounded to {{decimals}} decimals, then held against {{goal}}',
  },
} as const satisfies SameKeysAs<typeof viComparison>;
