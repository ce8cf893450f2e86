import type { Description, ForeignKey, Relation } from '../describe/description.ts'
import { mermaidText, mermaidWord } from '../text/mermaid-text.ts'
import { diagramTables } from '../words/diagram-tables.ts'
import type { DiagramColumn, DiagramTable } from '../words/diagram-tables.ts'

/** The tables as an entity-relationship diagram, each with the columns of its keys. */
export function renderMermaid(description: Description): string {
  const tables = diagramTables(description)
  const ids = new Map(tables.map(({ name }, at) => [name, `t${String(at)}`]))
  const idOf = (name: string): string => ids.get(name) ?? ''
  return [
    'erDiagram\n',
    '  direction LR\n',
    ...tables.map((table) => entity(idOf(table.name), table)),
    ...description.relations.flatMap((table) =>
      table.foreignKeys.map((key) => line(table, key, idOf)),
    ),
  ].join('')
}

function entity(id: string, { name, columns }: DiagramTable): string {
  const alias = `  ${id}["${mermaidText(name)}"]`
  if (columns.length === 0) return `${alias}\n`
  return `${alias} {\n${columns.map(attribute).join('')}  }\n`
}

/** A name that is no word for Mermaid is told in the remark behind it. */
function attribute({ name, type, isPrimary, isForeign }: DiagramColumn): string {
  const keys = [...(isPrimary ? ['PK'] : []), ...(isForeign ? ['FK'] : [])].join(', ')
  const isTold = mermaidWord(name) === name
  const remark = isTold ? '' : ` "${mermaidText(name)}"`
  return `    ${mermaidWord(type)} ${mermaidWord(name)}${keys === '' ? '' : ` ${keys}`}${remark}\n`
}

/** From the table that refers to the one that is referred to: none or one row there, any number here. */
function line(table: Relation, key: ForeignKey, idOf: (name: string) => string): string {
  const end = key.isRequired ? '||' : 'o|'
  return `  ${idOf(table.name)} }o--${end} ${idOf(key.table)} : "${mermaidText(key.columns.join(', '))}"\n`
}
