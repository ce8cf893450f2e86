import { quoteLiteral, quoteName } from '../quote.ts'

/** One column of a key, with its type as SQL spells it. */
export interface KeyColumn {
  readonly name: string
  readonly type: string
}

/** The values of a key as PostgreSQL prints them, by column. */
export type Position = readonly string[]

/** The columns of a key, each as a text, as one array. */
export function keyTexts(row: string, key: readonly KeyColumn[]): string {
  return `array[${key.map(({ name }) => `${row}.${quoteName(name)}::text`).join(', ')}]`
}

/** The columns of a key in their order, each followed by a word: nothing, or `desc`. */
export function keyOrder(
  row: string,
  key: readonly KeyColumn[],
  direction: '' | 'desc' = '',
): string {
  return key.map(({ name }) => `${row}.${quoteName(name)} ${direction}`.trim()).join(', ')
}

/** The condition on the rows whose keys are behind `after`, where there is one, and not behind `upTo`. */
export function keyRange(
  row: string,
  key: readonly KeyColumn[],
  { after, upTo }: { readonly after: Position | null; readonly upTo?: Position },
): string {
  const columns = `(${key.map(({ name }) => `${row}.${quoteName(name)}`).join(', ')})`
  const bounds = [
    ...(after === null ? [] : [`${columns} > ${rowOf(key, after)}`]),
    ...(upTo === undefined ? [] : [`${columns} <= ${rowOf(key, upTo)}`]),
  ]
  return bounds.length === 0 ? 'true' : bounds.join(' and ')
}

/** A key as people read it: `tenant = 7, id = 12`. */
export function describePosition(key: readonly KeyColumn[], position: Position): string {
  return key.map(({ name }, index) => `${name} = ${position[index] ?? ''}`).join(', ')
}

function rowOf(key: readonly KeyColumn[], position: Position): string {
  const values = key.map(({ type }, index) => `${quoteLiteral(position[index] ?? '')}::${type}`)
  return `(${values.join(', ')})`
}
