import type { ObjectId, Value } from '../../model/catalog.ts'

interface Parts {
  readonly [name: string]: Value
}

/** What a column of a query may hold, by the name of its kind. */
interface Values {
  readonly id: ObjectId
  readonly text: string
  readonly boolean: boolean
  readonly number: number
  readonly record: Parts
  readonly 'text[]': readonly string[]
  readonly 'record[]': readonly Parts[]
}

/** The kind of a column; with a question mark it may be null. */
type ColumnKind = keyof Values | `${keyof Values}?`

/** The columns of a query, or the attributes of an object, in their order. */
export interface Columns {
  readonly [name: string]: ColumnKind
}

/** A row with these columns. The client library does not check it: a test compares each query's rows with its columns. */
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: ValueOf<C[Name]> }

type ValueOf<K extends ColumnKind> = K extends keyof Values
  ? Values[K]
  : K extends `${infer Kind extends keyof Values}?`
    ? Values[Kind] | null
    : never
