/** A DHIS2 data value set as it is imported; see SOURCES.md. */
const text = { type: 'string', minLength: 1 };
const period = { type: 'string', pattern: '^\\d{4}(S[12]|Q[1-4]|(0[1-9]|1[0-2]))?$' };
const scheme = { enum: ['UID', 'CODE', 'NAME'] };

export const dataValueSetRules = {
  type: 'object',
  required: ['dataValues'],
  properties: {
    dataSet: text,
    completeDate: text,
    period,
    orgUnit: text,
    attributeOptionCombo: text,
    dataSetIdScheme: scheme,
    dataElementIdScheme: scheme,
    orgUnitIdScheme: scheme,
    dataValues: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['dataElement', 'period', 'orgUnit', 'value'],
        properties: {
          dataElement: text,
          period,
          orgUnit: text,
          categoryOptionCombo: text,
          attributeOptionCombo: text,
          // A value is always a text; a number is one that DHIS2 takes for a number.
          value: { type: 'string', pattern: '^-?(0|[1-9]\\d*)(\\.\\d+)?$' },
          comment: { type: 'string' },
          followUp: { type: 'boolean' },
          deleted: { type: 'boolean' },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;
