/** What Atlas's analyzers object to (https://atlasgo.io/lint/analyzers), and why it is planned all the same. */
export const atlasReasons = {
  DS101: 'the schema files have the schema no more',
  DS102: 'the schema files have the table no more',
  DS103: 'the schema files have the column no more, or it comes back with values that are computed',
  MF101: 'the schema files say that no two rows are alike in it; it fails where two are',
  MF103:
    'the schema files require a value; it fails where the table has rows, unless the value is computed',
  MF104: 'the schema files require a value; it fails where a row has none',
  CD101: 'the schema files have the foreign key no more, or under another name',
  BC101: 'the schema files say that the table is renamed',
  BC102: 'the schema files say that the column is renamed',
} as const satisfies Readonly<Record<string, string>>

/** A code of Atlas's analyzers that a plan may meet. */
export type AtlasCode = keyof typeof atlasReasons
