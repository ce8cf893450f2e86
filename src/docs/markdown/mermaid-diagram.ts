import type { Column, Description, ForeignKey, Relation } from '../describe/description.ts'
import { mermaidText, mermaidWord } from '../text/mermaid-text.ts'

/** The tables as an entity-relationship diagram, each with the columns of its keys. */
export function renderMermaid({ relations, outside }: Description): string {
  const tables = relations.filter(({ kind }) => kind === 'table')
  const all = [...tables.map(({ name }) => name), ...outside.map(({ name }) => name)]
  const ids = new Map(all.map((name, at) => [name, `t${String(at)}`]))
  const idOf = (name: string): string => ids.get(name) ?? ''
  return [
    'erDiagram\n',
    '  direction LR\n',
    ...tables.map(({ name, columns }) => entity(idOf(name), name, columns.filter(isKey))),
    ...outside.map(({ name, columns }) =>
      entity(
        idOf(name),
        name,
        columns.map((column) => ({ ...column, isPrimary: false, isForeign: false })),
      ),
    ),
    ...tables.flatMap((table) => table.foreignKeys.map((key) => line(table, key, idOf))),
  ].join('')
}

type Shown = Pick<Column, 'name' | 'type' | 'isPrimary' | 'isForeign'>

function isKey({ isPrimary, isForeign, isUnique }: Column): boolean {
  return isPrimary || isForeign || isUnique
}

function entity(id: string, name: string, columns: readonly Shown[]): string {
  const alias = `  ${id}["${mermaidText(name)}"]`
  if (columns.length === 0) return `${alias}\n`
  return `${alias} {\n${columns.map(attribute).join('')}  }\n`
}

/** A name that is no word for Mermaid is told in the remark behind it. */
function attribute({ name, type, isPrimary, isForeign }: Shown): string {
  const keys = [...(isPrimary ? ['PK'] : []), ...(isForeign ? ['FK'] : [])].join(', ')
  const isTold = mermaidWord(name) === name
  const remark = isTold ? '' : ` "${mermaidText(name)}"`
  return `    ${mermaidWord(type)} ${mermaidWord(name)}${keys === '' ? '' : ` ${keys}`}${remark}\n`
}

/** From the table that refers to the one that is referred to: none or one row there, any number here. */
function line(table: Relation, key: ForeignKey, idOf: (name: string) => string): string {
  const isRequired = key.columns.every((name) =>
    table.columns.some((column) => column.name === name && column.nullable === false),
  )
  const end = isRequired ? '||' : 'o|'
  return `  ${idOf(table.name)} }o--${end} ${idOf(key.table)} : "${mermaidText(key.columns.join(', '))}"\n`
}
