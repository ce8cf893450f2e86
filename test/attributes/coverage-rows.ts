import type { Catalog } from '../../src/observer/catalog-columns.ts'
import { addresses } from '../../src/observer/exceptions/exceptions.ts'
import { fieldNames } from '../../src/observer/line-query.ts'
import { passedOver, passedOverColumns } from '../../src/observer/exceptions/passed-over.ts'
import { untouched } from '../proof/silence/not-edited.ts'
import { kindsWith } from './covered.ts'
import type { Coverage } from './covered.ts'

/** What is done with an attribute of the objects of a catalog. */
export interface CoverageRow {
  readonly catalog: string
  readonly attribute: string
  /** Kinds of which edits are planned and proved in both directions. */
  readonly planned: readonly string[]
  /** Kinds of which edits are refused by name. */
  readonly reported: readonly string[]
  /** Why it is in neither list. */
  readonly reason: string
}

/** A row for each attribute of these catalogs. One that nobody knows anything of has no kinds and no reason. */
export function coverageRows(catalogs: readonly Catalog[], coverage: Coverage): CoverageRow[] {
  return catalogs.flatMap((catalog) => {
    const names = new Set([...catalog.columns.map(({ name }) => name), ...fieldNames(catalog)])
    return [...names].map((name) => rowOf(catalog.name, name, coverage))
  })
}

function rowOf(catalog: string, attribute: string, coverage: Coverage): CoverageRow {
  const column = `${catalog}.${attribute}`
  const reason =
    passedOver[catalog] ??
    passedOverColumns.get(column) ??
    untouched.get(column) ??
    ofItself(catalog, attribute)
  const kinds = coverage.get(newerNames.get(column) ?? column) ?? new Map()
  return {
    catalog,
    attribute,
    planned: kindsWith(kinds, 'planned'),
    reported: kindsWith(kinds, 'reported'),
    reason,
  }
}

/** Columns that the newest version, on which all edits are tried, has under another name. */
const newerNames: ReadonlyMap<string, string> = new Map([
  ['pg_collation.colliculocale', 'pg_collation.colllocale'],
])

function ofItself(catalog: string, attribute: string): string {
  if (attribute === 'oid') return 'a number that this database gave it'
  const isAddress = addresses[catalog]?.includes(attribute) === true
  return isAddress ? 'names the object that it is about' : ''
}
