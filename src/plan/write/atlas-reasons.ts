/** What Atlas's analyzers object to (https://atlasgo.io/lint/analyzers), and why it is planned all the same. */
export const atlasReasons = {
  DS101: 'the schema files no longer have the schema',
  DS102: 'the schema files no longer have the table',
  DS103: 'the schema files no longer have the column, or recreate it as a generated one',
  MF101: 'the schema files require unique values; it fails where two rows are equal',
  MF103:
    'the schema files require a value; it fails where the table has rows, unless the column is generated',
  MF104: 'the schema files require a value; it fails where a row has none',
  CD101: 'the schema files no longer have the foreign key, or rename it',
  BC101: 'the schema files say that the table is renamed',
  BC102: 'the schema files say that the column is renamed',
} as const satisfies Readonly<Record<string, string>>

/** A code of Atlas's analyzers that a plan may meet. */
export type AtlasCode = keyof typeof atlasReasons
