import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { ObjectId } from '../../model/catalog.ts'
import { isOfKind, nameOf } from '../../model/object-id.ts'
import { pathOf, splitName, unquoteName } from '../../model/qualified-name.ts'
import type { Declaration } from '../../sql/directives.ts'
import type { PlacedStatement } from './place-statements.ts'

/** What a person writes into a schema file, and where. */
export interface PasteLine {
  /** From the project's root; null where no file declares the object. */
  readonly path: string | null
  /** From 1: the line that changes, or in front of which something new comes. */
  readonly line: number | null
  /** Whether `text` is what to paste there, or the statement that does the same to a database. */
  readonly how: 'paste' | 'change'
  readonly text: string
}

interface Files {
  readonly root: string
  readonly declarations: readonly Declaration[]
}

/** Finds where in the schema files a statement of a plan is to be said. */
export function findLine(statement: PlacedStatement, { root, declarations }: Files): PasteLine {
  const { sql, object, path, isThere, isChange } = statement
  if (path !== undefined && isThere && !isChange)
    return { path: relative(root, path), line: endOf(path), how: 'paste', text: `${sql};` }
  const names = namesOf(object)
  const column = newColumn(sql, object)
  const last = column === undefined ? undefined : lastColumnOf(names, declarations)
  if (column !== undefined && last !== undefined)
    return { path: relative(root, last.file), line: behind(last), how: 'paste', text: `${column},` }
  const found = declarationOf(names, declarations)
  return found === undefined
    ? { path: null, line: null, how: 'change', text: `${sql};` }
    : { path: relative(root, found.file), line: found.line, how: 'change', text: `${sql};` }
}

/** Behind a column where a comma follows it, else in front of it. */
function behind({ file, line }: Declaration): number {
  return lineIn(file, line).endsWith(',') ? line + 1 : line
}

/** The declaration of an object, or of what it is a part of. */
function declarationOf(
  names: readonly string[],
  declarations: readonly Declaration[],
): Declaration | undefined {
  const outwards = names.map((_, at) => names.slice(0, names.length - at).join('\0'))
  const [found] = outwards.flatMap(
    (key) => declarations.find((each) => each.names.join('\0') === key) ?? [],
  )
  return found
}

function lastColumnOf(
  [schema, table]: readonly string[],
  declarations: readonly Declaration[],
): Declaration | undefined {
  return declarations
    .filter(({ kind, names }) => kind === 'column' && names[0] === schema && names[1] === table)
    .toSorted((a, b) => a.line - b.line)
    .at(-1)
}

/** The definition in `alter table … add column …`. */
function newColumn(sql: string, object: ObjectId): string | undefined {
  if (!isOfKind(object, 'column')) return undefined
  return /^alter table\s+(?:only\s+)?\S+\s+add column\s+([^]*)$/.exec(sql)?.[1]
}

function namesOf(object: ObjectId): string[] {
  return splitName(pathOf(nameOf(object))).map(unquoteName)
}

function lineIn(path: string, line: number): string {
  return readFileSync(path, 'utf8').split('\n')[line - 1]?.trimEnd() ?? ''
}

function endOf(path: string): number {
  return readFileSync(path, 'utf8').replace(/\n$/, '').split('\n').length + 1
}
