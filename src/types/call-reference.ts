import { recordsOf, spell, textIn } from '../model/attribute.ts'
import { childrenOf, objectsOfKind } from '../model/catalog.ts'
import type { Catalog, CatalogObject } from '../model/catalog.ts'
import { parseObjectId } from '../model/object-id.ts'
import { unquoteName } from '../model/qualified-name.ts'
import { namesInBody } from '../sql/parsed/body-names.ts'
import { readFunctionText } from '../sql/results/function-result.ts'
import { findRaisedCodes } from '../sql/results/raised-codes.ts'

/** A function as its callers need it. */
export interface CallableFunction {
  readonly name: string
  readonly callers: readonly string[]
  /** As PostgreSQL prints them: `p_limit integer DEFAULT 100`. */
  readonly parameters: readonly string[]
  /** SQLSTATEs, in order. */
  readonly errors: readonly string[]
}

/** What a role may do with a table: `all` columns, those of a list, or none. */
export interface TableAccess {
  readonly table: string
  readonly role: string
  readonly select: Columns
  readonly insert: Columns
  readonly update: Columns
  readonly delete: boolean
}

type Columns = 'all' | readonly string[]

/** Lists the functions of schemas that somebody besides their owner may call. */
export async function findCallableFunctions(
  catalog: Catalog,
  schemas: readonly string[],
): Promise<CallableFunction[]> {
  const routines = objectsOfKind(catalog, 'function')
  const byName = new Map(routines.map((routine) => [pathOf(routine).join('.'), routine]))
  const raised = new Map<string, readonly string[]>()
  for (const routine of routines) raised.set(routine.id, await codesOf(routine))
  const shown = routines.filter(
    (routine) => isIn(routine, schemas) && granteesOf(routine, 'execute').length > 0,
  )
  return Promise.all(
    shown.map(async (routine) => {
      const { parameters } = await readFunctionText(textIn(routine, 'definition'))
      const called = reachFrom(routine, byName)
      const errors = called.flatMap(({ id }) => raised.get(id) ?? [])
      return {
        name: nameOf(routine),
        callers: granteesOf(routine, 'execute'),
        parameters: parameters.map(({ text }) => text),
        errors: errorsOf(routine, errors),
      }
    }),
  )
}

/** Lists what each role but the owner may do with the tables of schemas. */
export function findTableAccess(catalog: Catalog, schemas: readonly string[]): TableAccess[] {
  return objectsOfKind(catalog, 'table')
    .filter((table) => isIn(table, schemas))
    .flatMap((table) => {
      const columns = childrenOf(catalog, table.id).filter(({ kind }) => kind === 'column')
      const roles = new Set([table, ...columns].flatMap((object) => granteesOf(object)))
      return [...roles].toSorted().map((role) => accessOf(table, columns, role))
    })
}

function accessOf(
  table: CatalogObject,
  columns: readonly CatalogObject[],
  role: string,
): TableAccess {
  const may = (command: string): Columns =>
    granteesOf(table, command).includes(role)
      ? 'all'
      : columns.filter((column) => granteesOf(column, command).includes(role)).map(nameOf)
  return {
    table: nameOf(table),
    role,
    select: may('select'),
    insert: may('insert'),
    update: may('update'),
    delete: granteesOf(table, 'delete').includes(role),
  }
}

function granteesOf(object: CatalogObject, command?: string): string[] {
  return recordsOf(object, 'rights')
    .filter(({ privilege }) => command === undefined || spell(privilege).toLowerCase() === command)
    .map(({ grantee }) => spell(grantee))
}

function isIn({ schema }: CatalogObject, schemas: readonly string[]): boolean {
  return schema !== null && schemas.includes(schema)
}

function pathOf({ id }: CatalogObject): readonly string[] {
  return parseObjectId(id).spelled
}

function nameOf(object: CatalogObject): string {
  return unquoteName(pathOf(object).at(-1) ?? '')
}

async function codesOf(routine: CatalogObject): Promise<string[]> {
  return textIn(routine, 'language') === 'plpgsql'
    ? findRaisedCodes(textIn(routine, 'definition'))
    : []
}

/** A function with those that its body names, and theirs. */
function reachFrom(
  routine: CatalogObject,
  byName: ReadonlyMap<string, CatalogObject>,
): CatalogObject[] {
  const reached = new Set([routine])
  for (const one of reached) {
    for (const name of namesInBody(textIn(one, 'body')).pairs) {
      const called = byName.get(name)
      if (called !== undefined) reached.add(called)
    }
  }
  return [...reached]
}

/**
 * What a function and those that it calls raise, and the codes that its comment names. Which rule of a table a row
 * breaks is not read from the text: codes of class 23 count where the comment names them.
 */
function errorsOf(routine: CatalogObject, raised: readonly string[]): string[] {
  const comment = spell(routine.attributes['comment'])
  const named = [...comment.matchAll(/\b(?:0A|2[0-9]|42|55|57|P0)[0-9A-Z]{3}\b/g)].map(
    ([code]) => code,
  )
  const own = raised.filter((code) => !code.startsWith('23'))
  return [...new Set([...own, ...named])].toSorted()
}
