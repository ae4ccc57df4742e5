/** Data Package 2.0, as far as our files use it; see SOURCES.md. */
const path = {
  type: 'string',
  // Relative, inside the package: no absolute path, no parent folder, no hidden file, no URL.
  pattern: '^(?![./~])(?!.*/\\.\\./)(?!.*\\\\)(?!.*://).+$',
};
const labelled = {
  type: 'array',
  items: {
    type: 'object',
    required: ['value'],
    properties: { value: { type: 'string' }, label: { type: 'string' } },
    additionalProperties: false,
  },
};
const names = { type: 'array', minItems: 1, items: { type: 'string' } };

export const dataPackageRules = {
  type: 'object',
  required: ['$schema', 'name', 'created', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
    title: { type: 'string' },
    version: { type: 'string' },
    // RFC 3339
    created: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$' },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path', 'type', 'schema'],
        not: { required: ['data'] },
        properties: {
          name: { type: 'string' },
          path,
          type: { const: 'table' },
          format: { type: 'string' },
          mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
          encoding: { type: 'string' },
          bytes: { type: 'integer', minimum: 0 },
          // MD5 unless another algorithm is named.
          hash: { type: 'string', pattern: '^sha256:[a-f0-9]{64}$' },
          dialect: {
            type: 'object',
            properties: {
              delimiter: { type: 'string' },
              lineTerminator: { type: 'string' },
              quoteChar: { type: 'string' },
              header: { type: 'boolean' },
            },
            additionalProperties: false,
          },
          schema: {
            type: 'object',
            required: ['fields'],
            properties: {
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name', 'type'],
                  properties: {
                    name: { type: 'string' },
                    title: { type: 'string' },
                    type: { enum: ['string', 'number', 'integer'] },
                    missingValues: labelled,
                  },
                  additionalProperties: false,
                },
              },
              primaryKey: names,
              foreignKeys: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['fields', 'reference'],
                  properties: {
                    fields: names,
                    reference: {
                      type: 'object',
                      required: ['resource', 'fields'],
                      properties: { resource: { type: 'string' }, fields: names },
                      additionalProperties: false,
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;
