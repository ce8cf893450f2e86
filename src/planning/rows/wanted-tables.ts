import { join, relative } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Project } from '../../files/project.ts'
import { loadSamples } from '../../files/samples.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { childrenOf } from '../../model/catalog.ts'
import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { neededBy } from '../../model/needs.ts'
import { idOf, nameOf } from '../../model/object-id.ts'
import { ownNameOf } from '../../plan/rules/facets/name.ts'
import { parseReferenceRows } from '../../sql/rows/reference-rows.ts'
import type { ReferenceRows } from '../../sql/rows/reference-rows.ts'
import { spellName } from '../../sql/scan/pieces.ts'

/** A table whose rows are wanted to be what a file says. */
export interface WantedTable extends ReferenceRows {
  /** From the project's root. */
  readonly path: string
  readonly text: string
  readonly id: ObjectId
  /** As SQL spells it. */
  readonly name: string
  /** All columns but computed ones, and those that tell rows apart; as SQL spells them. */
  readonly all: readonly string[]
  readonly key: readonly string[]
  /** The columns whose values PostgreSQL gives unless it is overridden. */
  readonly always: readonly string[]
}

/**
 * Loads the files of reference rows, and finds their tables in the wanted state, those first that others refer to. Throws
 * UserError for a file that is none, a table that is not there, and rows that nothing tells apart.
 */
export async function loadWantedTables(project: Project, desired: Catalog): Promise<WantedTable[]> {
  const { root, folders } = project
  const files = await loadSamples(folders.rows)
  const tables = await Promise.all(
    files.map(async (file) => {
      const path = relative(root, join(folders.rows, file.file))
      const read = await parseReferenceRows({ ...file, path })
      return describeTable({ ...read, path, text: file.text }, file, desired)
    }),
  )
  refuseTwice(tables)
  return inOrder(tables, desired)
}

type Read = ReferenceRows & Pick<WantedTable, 'path' | 'text'>

function describeTable(
  read: Read,
  { schema, table }: { readonly schema: string; readonly table: string },
  desired: Catalog,
): WantedTable {
  const { path } = read
  const name = `${spellName(schema)}.${spellName(table)}`
  const id = idOf('table', name)
  if (!desired.objects.has(id))
    throw new UserError(
      `${path}: the schema files have no table ${name}. Name the file as its schema file, or remove it.`,
    )
  const children = childrenOf(desired, id)
  const columns = children.filter(({ kind }) => kind === 'column')
  const listed = read.columns.map(spellName)
  refuseChanged(path, children)
  refuseMoments(read, columns)
  const key = findKey(children, listed)
  if (key === undefined)
    throw new UserError(
      `${path}: nothing tells the rows of ${name} apart: it needs a primary key or a unique constraint all of whose columns the file names.`,
    )
  return {
    ...read,
    columns: listed,
    id,
    name,
    key,
    all: columns.filter((each) => textOf(each, 'generated') === null).map(ownNameOf),
    always: columns.filter(isAlways).map(ownNameOf),
  }
}

/** What changes rows on their way leaves others than the file says. */
function refuseChanged(path: string, children: readonly CatalogObject[]): void {
  const changing = children.find(
    (child) =>
      (child.kind === 'rule' &&
        / ON (?:INSERT|UPDATE|DELETE) /i.test(textIn(child, 'definition'))) ||
      (child.kind === 'trigger' &&
        child.attributes['enabled'] !== 'disabled' &&
        / BEFORE (?:INSERT|UPDATE).* FOR EACH ROW /.test(textIn(child, 'definition'))),
  )
  if (changing === undefined) return
  throw new UserError(
    `${path}: ${changing.id} may change the rows, so that they are not what the file says. Write them in a migration (npm run new NAME), or leave it out of the schema files.`,
  )
}

function refuseMoments({ path, moments }: Read, columns: readonly CatalogObject[]): void {
  const wrong = columns.find(
    (column) =>
      moments.map(spellName).includes(ownNameOf(column)) &&
      /^(?:date|time)/.test(textIn(column, 'type')),
  )
  if (wrong === undefined) return
  throw new UserError(
    `${path}: ${wrong.id} gets a moment that is another one each time. Write it out, such as '2026-01-01'.`,
  )
}

function isAlways(column: CatalogObject): boolean {
  return JSON.stringify(column.attributes['identity'] ?? null).includes('always')
}

/** The primary key, else a unique constraint, of columns that the file names. */
function findKey(
  children: readonly CatalogObject[],
  listed: readonly string[],
): readonly string[] | undefined {
  return ['primary', 'unique']
    .flatMap((type) => children.filter((child) => child.attributes['type'] === type))
    .filter((child) => child.kind === 'constraint' && child.attributes['deferrable'] === 'no')
    .map((child) => namesIn(textIn(child, 'definition')))
    .find((names) => names.length > 0 && names.every((name) => listed.includes(name)))
}

/** The names in the first parentheses of a definition. */
function namesIn(definition: string): string[] {
  const list = /\((?<list>(?:"[^"]*"|[^()"])*)\)/.exec(definition)?.groups?.['list'] ?? ''
  return list.match(/(?:"(?:[^"]|"")*"|[^,\s"]+)+/g) ?? []
}

function refuseTwice(tables: readonly WantedTable[]): void {
  for (const { id, path } of tables) {
    const other = tables.find((each) => each.id === id && each.path !== path)
    if (other !== undefined)
      throw new UserError(
        `${path} and ${other.path} are about one table. Put the rows of ${nameOf(id)} into one file.`,
      )
  }
}

/** A table behind those that its foreign keys refer to; in a cycle as the names of the files are. */
function inOrder(tables: readonly WantedTable[], desired: Catalog): WantedTable[] {
  const placed = new Set<WantedTable>()
  const place = (table: WantedTable, above: readonly WantedTable[]): void => {
    if (placed.has(table) || above.includes(table)) return
    for (const needed of tables)
      if (needed !== table && refersTo(table.id, needed.id, desired))
        place(needed, [...above, table])
    placed.add(table)
  }
  for (const table of tables) place(table, [])
  return [...placed]
}

function refersTo(table: ObjectId, other: ObjectId, desired: Catalog): boolean {
  return childrenOf(desired, table)
    .filter((child) => child.attributes['type'] === 'foreign')
    .some((key) =>
      neededBy(desired, key.id).some(
        (id) => id === other || desired.objects.get(id)?.parent === other,
      ),
    )
}
