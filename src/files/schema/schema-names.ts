import { placeOf, renderCaret } from '../../sql/scan/place.ts'
import { findUnqualifiedNames } from '../../sql/parsed/unqualified.ts'
import type { UnqualifiedName } from '../../sql/parsed/unqualified.ts'
import type { CheckedStatement, SchemaFile } from './schema-check.ts'

/** The names that the schema's files declare, as far as a statement may use them without a schema. */
export interface DeclaredNames {
  readonly functions: ReadonlyMap<string, string>
  readonly types: ReadonlyMap<string, string>
  readonly collations: ReadonlyMap<string, string>
}

/** Collects the names that statements create, each with the schema that belongs in front. */
export function collectNames(statements: readonly CheckedStatement[]): DeclaredNames {
  const named = statements.flatMap(({ subject: { sort, objects } }) =>
    objects.map(({ schema = '', name }) => ({ sort, name, qualified: `${schema}.${name}` })),
  )
  const of = (sorts: RegExp): ReadonlyMap<string, string> =>
    new Map(
      named.filter(({ sort }) => sorts.test(sort)).map(({ name, qualified }) => [name, qualified]),
    )
  return {
    functions: of(/^create (function|procedure|aggregate)$/),
    types: of(/^create (type|domain|table|view|materialized view)$/),
    collations: of(/^create collation$/),
  }
}

/**
 * Reports the place of each name without its schema. Its meaning would depend on the search_path of the session
 * that loads the file. Built-in functions, types and collations need none, unless the schema declares one of that name.
 */
export function describeUnqualified(
  file: SchemaFile,
  statement: CheckedStatement['statement'],
  declared: DeclaredNames,
): string[] {
  return findUnqualifiedNames(statement.tree).flatMap((found) => {
    const qualified = qualifiedForm(found, declared)
    if (qualified === undefined) return []
    const offset = offsetOf(file.text, found, statement.offset)
    const { line, column } = placeOf(file.text, offset)
    const sentence = `${found.name} has no schema. Write it in front: ${qualified}.`
    return [`${file.path}:${line}:${column}: ${sentence}\n${renderCaret(file.text, offset)}`]
  })
}

function qualifiedForm(
  { sort, name }: UnqualifiedName,
  declared: DeclaredNames,
): string | undefined {
  if (sort === 'function') return declared.functions.get(name)
  if (sort === 'collation') return declared.collations.get(name)
  const byDefault = name.startsWith('pg_') ? 'pg_catalog' : 'public'
  return declared.types.get(name) ?? (sort === 'relation' ? `${byDefault}.${name}` : undefined)
}

/** The parser counts bytes of the whole file. */
function offsetOf(text: string, { location }: UnqualifiedName, otherwise: number): number {
  if (location === undefined) return otherwise
  return Buffer.from(text, 'utf8').subarray(0, location).toString('utf8').length
}
