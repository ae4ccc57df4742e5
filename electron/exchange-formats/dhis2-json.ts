import { z } from 'zod';

import { utf8, utf8Text } from '#shared/bundle/bytes.ts';

import { dataValuesOf, isDataValue } from './data-values.ts';
import type { DataValue } from './data-values.ts';
import { dataSetCode, dhis2Period } from './exchange-codes.ts';
import type { ExchangePeriod } from './period-model.ts';

/** All that this format carries of a period. */
export type Dhis2Content = { readonly period: string; readonly values: readonly DataValue[] };

/**
 * A value as DHIS2 imports it: the value is a text, and the flag is `followUp` on import, whatever an
 * export of DHIS2 calls it. Nothing is said of category combinations: the default ones are meant.
 */
const dataValue = z.strictObject({
  dataElement: z.string(),
  period: z.string(),
  orgUnit: z.string(),
  value: z.string(),
  comment: z.string().optional(),
  followUp: z.boolean(),
});
const dataValueSet = z.strictObject({
  dataSet: z.literal(dataSetCode),
  dataSetIdScheme: z.literal('CODE'),
  dataElementIdScheme: z.literal('CODE'),
  orgUnitIdScheme: z.literal('CODE'),
  dataValues: z.array(dataValue),
});

/** What this format carries of a period. */
export function dhis2Content(model: ExchangePeriod): Dhis2Content {
  return { period: dhis2Period(model.period), values: dataValuesOf(model) };
}

/** Writes the numbers of a period as a DHIS2 `dataValueSets` document with codes as identifiers. */
export function writeDhis2Json(model: ExchangePeriod): Uint8Array {
  const { period, values } = dhis2Content(model);
  const set: z.infer<typeof dataValueSet> = {
    dataSet: dataSetCode,
    dataSetIdScheme: 'CODE',
    dataElementIdScheme: 'CODE',
    orgUnitIdScheme: 'CODE',
    dataValues: values.map(({ area, element, value, remark, isToFollow }) => ({
      dataElement: element,
      period,
      orgUnit: area,
      value,
      ...(remark === null ? {} : { comment: remark }),
      followUp: isToFollow,
    })),
  };
  return utf8(`${JSON.stringify(set, null, 2)}\n`);
}

/** Reads what `writeDhis2Json` writes; null for anything else, such as values of two periods. */
export function readDhis2Json(bytes: Uint8Array): Dhis2Content | null {
  const read = dataValueSet.safeParse(parsedJson(bytes));
  if (!read.success) return null;
  const { dataValues } = read.data;
  const period = dataValues[0]?.period;
  if (period === undefined || dataValues.some((one) => one.period !== period)) return null;
  const values = dataValues.map((one) => ({
    area: one.orgUnit,
    element: one.dataElement,
    value: one.value,
    remark: one.comment ?? null,
    isToFollow: one.followUp,
  }));
  return values.every(isDataValue) ? { period, values } : null;
}

function parsedJson(bytes: Uint8Array): unknown {
  const text = utf8Text(bytes);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
