import { loadModule, parseSync } from '../parser.ts'
import { flagOf, recordsOf, spell, textIn, textOf, textsOf } from '../model/attribute.ts'
import { childrenOf, objectsOfKind } from '../model/catalog.ts'
import type { Catalog, CatalogObject } from '../model/catalog.ts'
import { idOf, parseObjectId } from '../model/object-id.ts'
import { unquoteName } from '../model/qualified-name.ts'
import { readFunctionText } from '../sql/results/function-result.ts'
import type { FunctionText, Parameter } from '../sql/results/function-result.ts'
import { resultColumns } from '../sql/results/result-columns.ts'
import type { Known, ResultColumn } from '../sql/results/result-columns.ts'

/** What the catalog says of a function beyond the types of its parameters. */
export interface FunctionFacts {
  readonly schema: string
  readonly name: string
  readonly parameters: readonly Parameter[]
  /** The columns of `returns table`; empty for any other result, and where its queries are not read. */
  readonly columns: readonly ResultColumn[]
}

/** A view, materialized or not, with its columns. */
export interface ViewFacts {
  readonly schema: string
  readonly name: string
  readonly columns: readonly ResultColumn[]
}

/** What of a catalog tells where null can be. Functions that share a name are left out. */
export interface ResultFacts {
  readonly functions: readonly FunctionFacts[]
  readonly views: readonly ViewFacts[]
}

/** Reads from a catalog which columns of views and of functions can be shown never to be null. */
export async function findResultFacts(catalog: Catalog): Promise<ResultFacts> {
  await loadModule()
  const functions = await namedFunctions(catalog)
  const views = [...objectsOfKind(catalog, 'view'), ...objectsOfKind(catalog, 'materializedView')]
  const known = knownOf(catalog, functions, views)
  return {
    functions: functions.map((routine) => ({
      ...routine.place,
      parameters: routine.text.parameters,
      columns: functionColumns(routine, known) ?? [],
    })),
    views: views.map((view) => ({ ...placeOf(view), columns: viewColumns(view, known) })),
  }
}

interface Place {
  readonly schema: string
  readonly name: string
}

interface NamedFunction {
  readonly place: Place
  readonly text: FunctionText
  /** Whether names without a schema are PostgreSQL's. */
  readonly hasEmptyPath: boolean
}

async function namedFunctions(catalog: Catalog): Promise<NamedFunction[]> {
  const byName = Map.groupBy(objectsOfKind(catalog, 'function'), (routine) =>
    keyOf(placeOf(routine)),
  )
  const single = [...byName.values()].flatMap((routines) => (routines.length === 1 ? routines : []))
  return Promise.all(
    single.map(async (routine) => ({
      place: placeOf(routine),
      text: await readFunctionText(textIn(routine, 'definition')),
      hasEmptyPath: textsOf(routine, 'config').includes('search_path=""'),
    })),
  )
}

function placeOf({ id }: CatalogObject): Place {
  const [schema = '', name = ''] = parseObjectId(id).spelled.map(unquoteName)
  return { schema, name }
}

function keyOf({ schema, name }: Place): string {
  return JSON.stringify([schema, name])
}

/** What queries may read, each looked into when a query asks for it. A function that reads from itself is not known. */
function knownOf(
  catalog: Catalog,
  functions: readonly NamedFunction[],
  views: readonly CatalogObject[],
): Known {
  const tables = new Map(
    objectsOfKind(catalog, 'table').map((table) => [keyOf(placeOf(table)), table]),
  )
  const viewsByName = new Map(views.map((view) => [keyOf(placeOf(view)), view]))
  const functionsByName = new Map(functions.map((routine) => [keyOf(routine.place), routine]))
  const open = new Set<string>()
  const once = <T>(key: string, find: () => T): T | undefined => {
    if (open.has(key)) return undefined
    open.add(key)
    const found = find()
    open.delete(key)
    return found
  }
  const known: Known = {
    hasVariables: false,
    relation: (schema, name) => {
      const key = keyOf({ schema, name })
      const [table, view] = [tables.get(key), viewsByName.get(key)]
      if (table !== undefined) return tableColumns(catalog, table)
      return view === undefined ? undefined : once(view.id, () => viewColumns(view, known))
    },
    routine: (schema, name) => {
      const routine = functionsByName.get(keyOf({ schema, name }))
      if (routine === undefined || routine.text.columns.length === 0) return undefined
      return once(`routine ${keyOf(routine.place)}`, () => functionColumns(routine, known))
    },
  }
  return known
}

function tableColumns(catalog: Catalog, table: CatalogObject): ResultColumn[] {
  return childrenOf(catalog, table.id)
    .filter(({ kind }) => kind === 'column')
    .map((column) => ({ name: lastName(column), neverNull: isFilled(catalog, table, column) }))
}

/** A query of a table reads the rows of its heirs too, and before 18 an heir may let null in. */
function isFilled(catalog: Catalog, table: CatalogObject, column: CatalogObject): boolean {
  if (isNotNullDomain(catalog, textIn(column, 'type'))) return true
  const heirs = objectsOfKind(catalog, 'table').filter((other) =>
    textsOf(other, 'inherits').includes(table.id),
  )
  return (
    isNotNull(column) &&
    heirs.every((heir) =>
      childrenOf(catalog, heir.id).every(
        (part) =>
          part.kind !== 'column' ||
          lastName(part) !== lastName(column) ||
          isFilled(catalog, heir, part),
      ),
    )
  )
}

function lastName({ id }: CatalogObject): string {
  return unquoteName(parseObjectId(id).spelled.at(-1) ?? '')
}

/** From 18 on, rows of heirs and rows from before may lack a value all the same. */
function isNotNull(column: CatalogObject): boolean {
  return (
    flagOf(column, 'notNull') &&
    !flagOf(column, 'notNullNoInherit') &&
    column.attributes['notNullValidated'] !== false
  )
}

function isNotNullDomain(catalog: Catalog, type: string): boolean {
  const domain = catalog.objects.get(idOf('domain', type))
  return domain !== undefined && flagOf(domain, 'notNull')
}

/** The query of a view is printed with every schema that is not PostgreSQL's. */
function viewColumns(view: CatalogObject, known: Known): ResultColumn[] {
  const names = recordsOf(view, 'columns').map(({ name }) => unquoteName(spell(name)))
  const statement = parseSync(textOf(view, 'definition') ?? '').stmts?.[0]?.stmt
  const found =
    statement !== undefined && 'SelectStmt' in statement
      ? resultColumns(statement.SelectStmt, { ...known, hasVariables: false })
      : undefined
  return names.map((name, at) => ({ name, neverNull: isShown(found, at, names.length) }))
}

/** Undefined where nothing tells: a body runs dynamic SQL, or its names depend on the caller's search_path. */
function functionColumns(
  { text, hasEmptyPath }: NamedFunction,
  known: Known,
): readonly ResultColumn[] | undefined {
  const { columns, queries = [], hasVariables } = text
  if (!hasEmptyPath || queries.length === 0) return undefined
  const results = queries.map((query) => resultColumns(query, { ...known, hasVariables }))
  return columns.map((name, at) => ({
    name,
    neverNull: results.every((found) => isShown(found, at, columns.length)),
  }))
}

function isShown(found: readonly ResultColumn[] | undefined, at: number, count: number): boolean {
  return found?.length === count && found[at]?.neverNull === true
}
