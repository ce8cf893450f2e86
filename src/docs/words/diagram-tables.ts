import type { Column, Description, Relation } from '../describe/description.ts'

/** A table as diagrams show it: with the columns of its keys. */
export interface DiagramTable {
  readonly name: string
  /** The name as far as there is room. */
  readonly shown: string
  readonly comment: string | null
  /** Whether it is of another schema, and has no page. */
  readonly isOutside: boolean
  readonly columns: readonly DiagramColumn[]
}

/** A column of a key. */
export interface DiagramColumn {
  readonly name: string
  readonly shown: string
  readonly type: string
  readonly shownType: string
  readonly isPrimary: boolean
  readonly isForeign: boolean
}

/** The tables of the diagrams, those of other schemas last. Of each the columns of its keys, and those that keys lead to. */
export function diagramTables({ relations, outside }: Description): DiagramTable[] {
  const inside = relations.filter(({ kind }) => kind === 'table')
  return [
    ...inside.map((table) => ({
      name: table.name,
      shown: cut(table.name),
      comment: table.comment,
      isOutside: false,
      columns: table.columns
        .filter((column) => isKey(column) || isReferenced(column, table))
        .map(columnOf),
    })),
    ...outside.map(({ name, columns }) => ({
      name,
      shown: cut(name),
      comment: null,
      isOutside: true,
      columns: columns.map((column) => columnOf({ ...column, isPrimary: false, isForeign: false })),
    })),
  ]
}

type Known = Pick<Column, 'name' | 'type' | 'isPrimary' | 'isForeign'>

function columnOf({ name, type, isPrimary, isForeign }: Known): DiagramColumn {
  return {
    name,
    shown: cut(name),
    type,
    shownType: cut(shortTypes[type] ?? type),
    isPrimary,
    isForeign,
  }
}

/** PostgreSQL's other names of types whose names are long. */
const shortTypes: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  'character varying': 'varchar',
}

function isKey({ isPrimary, isForeign, isUnique }: Column): boolean {
  return isPrimary || isForeign || isUnique
}

function isReferenced({ name }: Column, { referencedBy }: Relation): boolean {
  return referencedBy.some(({ key }) => key.referenced.includes(name))
}

/** At most 40 letters on one line. */
function cut(text: string): string {
  const letters = Array.from(text.replaceAll(/\s/g, ' '))
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : letters.join('')
}
