import { utf8, utf8Text } from '#shared/bundle/bytes.ts';

import { dataValuesOf, isDataValue, isToFollow, statusOfRemark } from './data-values.ts';
import type { DataValue } from './data-values.ts';
import { adxPeriod, dataSetCode } from './exchange-codes.ts';
import type { ExchangePeriod } from './period-model.ts';
import { readElements } from './read-elements.ts';
import type { XmlElement } from './read-elements.ts';
import { openTag } from './xml-text.ts';

const namespace = 'urn:ihe:qrph:adx:2015';

/** All that this format carries of a period; without the flag of DHIS2, which it has no place for. */
export type AdxContent = {
  readonly exported: string;
  readonly period: string;
  readonly values: readonly DataValue[];
};

/** What this format carries of a period: a group for each area that has numbers. */
export function adxContent(model: ExchangePeriod): AdxContent {
  return { exported: model.made, period: adxPeriod(model.period), values: byArea(model) };
}

/**
 * Writes the numbers of a period as ADX (IHE QRPH 2015). `exported` is always there. A remark is the
 * attribute `comment`: DHIS2 takes the text of an `annotation` for the value. Groups carry exactly
 * `orgUnit`, `period` and `dataSet`: it takes every other attribute for a category.
 */
export function writeAdx(model: ExchangePeriod): Uint8Array {
  const { exported, period, values } = adxContent(model);
  const areas = [...new Set(values.map(({ area }) => area))];
  const groups = areas.flatMap((area) => [
    `  <${openTag('group', [
      ['orgUnit', area],
      ['period', period],
      ['dataSet', dataSetCode],
    ])}>`,
    ...values
      .filter((one) => one.area === area)
      .map(
        ({ element, value, remark }) =>
          `    <${openTag('dataValue', [
            ['dataElement', element],
            ['value', value],
            ['comment', remark],
          ])}/>`,
      ),
    '  </group>',
  ]);
  const root = openTag('adx', [
    ['xmlns', namespace],
    ['exported', exported],
  ]);
  return utf8(
    ['<?xml version="1.0" encoding="UTF-8"?>', `<${root}>`, ...groups, '</adx>', ''].join('\n'),
  );
}

/** Reads what `writeAdx` writes; null for anything else, such as the draft's namespace. */
export function readAdx(bytes: Uint8Array): AdxContent | null {
  const text = utf8Text(bytes);
  const root = text === null ? null : readElements(text);
  if (root === null || !isElement(root, 'adx', ['exported'])) return null;
  const { exported } = root.attributes;
  const period = root.children[0]?.attributes['period'];
  if (exported === undefined || period === undefined) return null;
  const values: DataValue[] = [];
  for (const group of root.children) {
    if (!isElement(group, 'group', ['orgUnit', 'period', 'dataSet'])) return null;
    const { orgUnit = '', period: own, dataSet } = group.attributes;
    if (own !== period || dataSet !== dataSetCode) return null;
    for (const child of group.children) {
      const value = dataValueOf(child, orgUnit);
      if (value === null) return null;
      values.push(value);
    }
  }
  return { exported, period, values };
}

function dataValueOf(element: XmlElement, area: string): DataValue | null {
  const { dataElement, value, comment } = element.attributes;
  const known = ['dataElement', 'value', ...(comment === undefined ? [] : ['comment'])];
  if (!isElement(element, 'dataValue', known) || element.children.length > 0) return null;
  const remark = comment ?? null;
  const status = remark === null ? undefined : statusOfRemark(remark);
  const read: DataValue = {
    area,
    element: dataElement ?? '',
    value: value ?? '',
    remark,
    isToFollow: status !== undefined && isToFollow(status),
  };
  return isDataValue(read) ? read : null;
}

/** Whether it is the element of ADX with exactly these attributes. */
function isElement(element: XmlElement, name: string, attributes: readonly string[]): boolean {
  return (
    element.name === name &&
    element.namespace === namespace &&
    Object.keys(element.attributes).length === attributes.length &&
    attributes.every((attribute) => Object.hasOwn(element.attributes, attribute))
  );
}

/** The values with those of an area together, areas in the order in which they come first. */
function byArea(model: ExchangePeriod): readonly DataValue[] {
  const values = dataValuesOf(model);
  const areas = [...new Set(values.map(({ area }) => area))];
  return areas.flatMap((area) => values.filter((one) => one.area === area));
}
