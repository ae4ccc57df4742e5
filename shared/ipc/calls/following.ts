import { z } from 'zod';

import { arrivals } from '../../domain/arrival.ts';
import { verdicts } from '../../domain/comparison.ts';
import { verdictReasons } from '../../domain/goal.ts';
import { reminderReasons } from '../../domain/reminder.ts';
import { query } from '../call.ts';
import {
  day,
  decimal,
  formCode,
  instant,
  nothing,
  periodCode,
  placeHandle,
  refusal,
  unitCode,
} from '../shapes.ts';

const formState = z.enum(['not-received', 'returned', 'empty', 'begun', 'complete', 'optional']);
export type FollowedState = z.infer<typeof formState>;

const counts = { state: formState, filled: z.number().int(), toFill: z.number().int() };

/** By how many days the deadline was missed, by both clocks; negative while there are days left. */
const lateness = z.strictObject({
  received: z.number().int(),
  sealed: z.number().int().nullable(),
});

const followedUnit = z.strictObject({
  unit: unitCode,
  name: z.string(),
  shortName: z.string(),
  ...counts,
  revision: z.number().int().nullable(),
  receivedAt: instant.nullable(),
  /** When the first report came, by which the unit is in time or late (D107). */
  firstReceivedAt: instant.nullable(),
  arrival: z.enum(arrivals).nullable(),
  sealedAt: instant.nullable(),
  isSealedAtDoubtful: z.boolean(),
  late: lateness,
  /** In the order of the view's forms. */
  forms: z.array(z.strictObject({ form: formCode, ...counts })),
});
export type FollowedUnit = z.infer<typeof followedUnit>;

const reminder = z.strictObject({
  unit: unitCode,
  name: z.string(),
  reasons: z.array(z.enum(reminderReasons)),
  /** False for who was only late: nothing is left to do. */
  asksForWork: z.boolean(),
  late: lateness,
  /** The days that are over or left, in words. */
  days: z.string(),
  /** Each thing that is to be done or was late, as a sentence. */
  lines: z.array(z.string()),
  /** What is sent: plain text, to be pasted into a message. */
  message: z.string(),
});
export type Reminder = z.infer<typeof reminder>;

export const followingView = z.strictObject({
  period: periodCode,
  periodName: z.string(),
  lastCompliantDay: day,
  today: day,
  forms: z.array(z.strictObject({ form: formCode, name: z.string(), title: z.string() })),
  units: z.array(followedUnit),
  /** Every period, with the same units: null where one did not exist then. */
  periods: z.array(
    z.strictObject({
      period: periodCode,
      name: z.string(),
      lastCompliantDay: day,
      isOver: z.boolean(),
      units: z.array(
        z
          .strictObject({ unit: unitCode, ...counts, arrival: z.enum(arrivals).nullable() })
          .nullable(),
      ),
    }),
  ),
  reminders: z.array(reminder),
});
export type FollowingView = z.infer<typeof followingView>;

const words = z.strictObject({ short: z.string(), full: z.string(), how: z.string() });
const verdict = z.enum(verdicts);
const targetShown = z.strictObject({
  value: decimal,
  comparison: z.string(),
  horizon: z.string(),
});

const followedTarget = z.strictObject({
  id: z.string(),
  indicator: z.string(),
  indicatorName: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  target: targetShown,
  originalText: z.string(),
  /** Whether each year of the horizon has to show it, or a level is kept. */
  holds: z.enum(['each-year', 'maintain']).nullable(),
  /** The newest figure of the province within the target's horizon; null where there is none. */
  actual: z
    .strictObject({
      period: periodCode,
      periodName: z.string(),
      number: decimal,
      status: z.string().nullable(),
      counted: z.number().int(),
      expected: z.number().int(),
    })
    .nullable(),
  distance: words.nullable(),
  verdict: verdict.nullable(),
  /** Why, where the figure and the target do not say so themselves. */
  verdictReason: z.enum(verdictReasons).nullable(),
  pace: words.nullable(),
  /** What was published of the year, as it was published. */
  published: z.array(z.strictObject({ value: decimal, status: z.string(), source: z.string() })),
});
export type FollowedTarget = z.infer<typeof followedTarget>;

const goal = z.strictObject({
  id: z.string(),
  number: z.number().int().nullable(),
  verdict: verdict.nullable(),
  /** The word that was published of a numbered goal; null where none was. */
  published: z.string().nullable(),
  parts: z.array(followedTarget),
});
export type FollowedGoal = z.infer<typeof goal>;

/** A target that one unit was given, and the newest figure that it reported within its horizon. */
const followedGiven = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  indicator: z.string(),
  indicatorName: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  target: targetShown,
  basis: z.string(),
  actual: z
    .strictObject({
      period: periodCode,
      periodName: z.string(),
      number: decimal,
      status: z.string().nullable(),
    })
    .nullable(),
  distance: words.nullable(),
  verdict: verdict.nullable(),
});
export type FollowedGiven = z.infer<typeof followedGiven>;

const figure = { kind: z.string(), number: decimal.nullable() };

const followedIndicator = z.strictObject({
  indicator: z.string(),
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  better: z.enum(['higher', 'lower', 'target-equal']),
  /** Whether units have figures of their own to be ranked. */
  isOfUnits: z.boolean(),
  periods: z.array(
    z.strictObject({
      period: periodCode,
      target: targetShown.nullable(),
      total: z.strictObject(figure),
      units: z.array(z.strictObject({ unit: unitCode, ...figure })),
    }),
  ),
});
export type FollowedIndicator = z.infer<typeof followedIndicator>;

export const followedPlan = z.strictObject({
  goals: z.array(goal),
  given: z.array(followedGiven),
  publishedNote: z.string(),
  publishedSummary: z.string(),
  /** Where the published words come from. */
  publishedSources: z.array(z.string()),
  periods: z.array(
    z.strictObject({
      period: periodCode,
      name: z.string(),
      /** Its month and year alone, where there is little room. */
      short: z.string(),
    }),
  ),
  /** Reports whose locked figures were altered past the program, and count for nothing here. */
  leftOut: z.array(z.strictObject({ period: periodCode, name: z.string() })),
  units: z.array(z.strictObject({ unit: unitCode, name: z.string() })),
  indicators: z.array(followedIndicator),
});
export type FollowedPlan = z.infer<typeof followedPlan>;

const province = ['receiver', 'consolidator'] as const;

export const followingCalls = {
  /** What came of a period, from whom, how complete and when; and who is to be reminded of what. */
  'following.view': query(province, z.strictObject({ period: periodCode }), followingView),
  /** Where the plan stands: every target, and every indicator over the reports. */
  'following.plan': query(province, nothing, followedPlan),
  /** Writes the list of units to be reminded as PDF. */
  'following.savePdf': query(
    province,
    z.strictObject({ period: periodCode, folder: placeHandle }),
    z.strictObject({ fileName: z.string(), folderLabel: z.string() }),
  ),
  'following.print': query(province, z.strictObject({ period: periodCode }), nothing),
  /** Writes the messages as plain text: one file for each unit, or all of them in one. */
  'following.writeMessages': query(
    province,
    z.strictObject({
      period: periodCode,
      folder: placeHandle,
      files: z.enum(['each', 'one']),
    }),
    z.strictObject({
      /** Under the unit's name, or the period's where all are in one. */
      files: z.array(z.strictObject({ name: z.string(), fileName: z.string() })),
      /** Those that could not be written, where at least one was. */
      missing: z.array(z.strictObject({ name: z.string(), refusal })),
      folderLabel: z.string(),
    }),
  ),
} as const;
