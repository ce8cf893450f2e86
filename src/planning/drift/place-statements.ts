import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { refusalOf } from '../../sql/parsed/schema-file-rules.ts'
import type { ObjectName } from '../../sql/parsed/object-name.ts'
import { subjectOf } from '../../sql/parsed/subject.ts'
import type { Subject } from '../../sql/parsed/statement-subject.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import { fileNameOf } from '../../files/schema/schema-file-name.ts'
import { splitName, unquoteName } from '../../model/qualified-name.ts'
import { isOfKind, nameOf } from '../../model/object-id.ts'
import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'

/** A planned statement with its place among the schema files. */
export interface PlacedStatement {
  readonly sql: string
  readonly object: ObjectId
  /** The whole path of the file that says it, where a schema file may say it like that; undefined where none may. */
  readonly path: string | undefined
  /** Whether the file is there. */
  readonly isThere: boolean
  /** Whether it changes what another statement declares. */
  readonly isChange: boolean
}

/** What is placed: statements of a plan, in their order, and the catalogs between which they lead. */
interface Placing {
  readonly folder: string
  readonly from: Catalog
  readonly statements: readonly { readonly sql: string; readonly object: ObjectId }[]
  readonly catalog: Catalog
}

/** Finds the schema file of each statement of a plan: one that is there, one that the plan creates, or the default one. */
export async function placeStatements({
  folder,
  statements,
  from,
  catalog,
}: Placing): Promise<PlacedStatement[]> {
  const read = await Promise.all(
    statements.map(async ({ sql, object }) => {
      const subject = await subjectIn(sql)
      const paths = subject === undefined ? [] : pathsOf(subject, { folder, object, catalog })
      return { sql, object, subject, paths }
    }),
  )
  const created = new Set(
    read.flatMap(({ subject, paths }) => (subject?.createsFile === true ? paths.slice(0, 1) : [])),
  )
  return read.map(({ sql, object, subject, paths }) => {
    const there = paths.find((path) => existsSync(path))
    const path = there ?? paths.find((each) => created.has(each)) ?? paths[0]
    const isChange = isDeclared(subject, from.objects.get(object))
    return { sql, object, path, isThere: there !== undefined, isChange }
  })
}

/** Whether a statement is about what another one of a file declares already: a part of a table, or a comment. */
function isDeclared(subject: Subject | undefined, before: CatalogObject | undefined): boolean {
  if (subject === undefined || before === undefined) return false
  const { kind, attributes } = before
  if (subject.sort.startsWith('comment')) return typeof attributes['comment'] === 'string'
  return subject.sort === 'alter table' && (kind === 'column' || kind === 'constraint')
}

/** What a statement is about, where schema files may have it. */
async function subjectIn(sql: string): Promise<Subject | undefined> {
  const [statement, ...more] = await splitStatements(sql, 'plan')
  if (statement === undefined || more.length > 0 || refusalOf(statement.tree) !== undefined)
    return undefined
  return subjectOf(statement.tree)
}

interface Place {
  readonly folder: string
  readonly object: ObjectId
  readonly catalog: Catalog
}

function pathsOf(
  { folders, objects: [first] }: Subject,
  { folder, object, catalog }: Place,
): string[] {
  if (first === undefined) return []
  const { schema, name, owned } = first
  const own: ObjectName = { schema, name }
  const owner = owned === undefined ? own : (tableOf(object, catalog) ?? own)
  return folders.map((each) => join(folder, each, fileNameOf(owner)))
}

/** The table of an index, or of what belongs to one. */
function tableOf(object: ObjectId, catalog: Catalog): ObjectName | undefined {
  const parent = catalog.objects.get(object)?.parent ?? null
  if (parent === null) return undefined
  if (!isOfKind(parent, 'table') && !isOfKind(parent, 'foreignTable'))
    return tableOf(parent, catalog)
  const [schema = '', name = ''] = splitName(nameOf(parent)).map(unquoteName)
  return { schema, name }
}
