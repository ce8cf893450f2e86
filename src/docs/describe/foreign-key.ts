import type { CatalogObject } from '../../model/catalog.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { parseObjectId } from '../../model/object-id.ts'
import type { ForeignKey } from './description.ts'

const name = String.raw`(?:"(?:[^"]|"")*"|[^\s,()."]+)`
const list = String.raw`((?:PERIOD )?${name}(?:, (?:PERIOD )?${name})*)`
const form = new RegExp(
  String.raw`^FOREIGN KEY \(${list}\) REFERENCES (${name}(?:\.${name})?)\(${list}\)(.*)$`,
  's',
)

/** Takes a foreign key apart, as PostgreSQL prints it. */
export function foreignKeyOf(constraint: CatalogObject): Omit<ForeignKey, 'isRequired'> {
  const definition = textIn(constraint, 'definition')
  const [, columns = '', table = '', referenced = '', actions = ''] = form.exec(definition) ?? []
  if (table === '') throw new Error(`${constraint.id}: no foreign key: ${definition}`)
  return {
    name: parseObjectId(constraint.id).spelled.at(-1) ?? '',
    definition,
    comment: textOf(constraint, 'comment'),
    columns: namesIn(columns),
    table,
    referenced: namesIn(referenced),
    onDelete: actionIn(actions, 'DELETE'),
    onUpdate: actionIn(actions, 'UPDATE'),
  }
}

/** The columns of a primary or unique key, as PostgreSQL prints it; those that it only includes are left out. */
export function keyColumns(definition: string): string[] {
  const columns = `(${name}(?: WITHOUT OVERLAPS)?(?:, ${name}(?: WITHOUT OVERLAPS)?)*)`
  const key = new RegExp(String.raw`^(?:PRIMARY KEY|UNIQUE(?: NULLS NOT DISTINCT)?) \(${columns}\)`)
  return namesIn((key.exec(definition)?.[1] ?? '').replaceAll(' WITHOUT OVERLAPS', ''))
}

function namesIn(text: string): string[] {
  return text.match(new RegExp(name, 'g'))?.filter((word) => word !== 'PERIOD') ?? []
}

function actionIn(text: string, event: string): string | null {
  const action = new RegExp(` ON ${event} (CASCADE|RESTRICT|SET NULL|SET DEFAULT)`).exec(text)
  return action?.[1]?.toLowerCase() ?? null
}
