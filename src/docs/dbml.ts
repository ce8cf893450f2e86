import { splitName, unquoteName } from '../model/qualified-name.ts'
import type {
  Column,
  DataType,
  Description,
  ForeignKey,
  OutsideTable,
  Part,
  Relation,
} from './describe/description.ts'
import { keyColumns } from './describe/foreign-key.ts'
import { dbmlExpression, dbmlName, dbmlText } from './text/dbml-text.ts'

/** The tables, enums and foreign keys in DBML. Views have no form there. */
export function renderDbml({ title, relations, types, outside }: Description): string {
  const tables = relations.filter(({ kind }) => kind === 'table')
  const enums = types.filter(({ kind }) => kind === 'enum')
  return [
    '// Written by `npm run docs` from the schema files: edit those.\n',
    `Project ${dbmlName(title)} {\n  database_type: 'PostgreSQL'\n}\n`,
    ...enums.map(renderEnum),
    ...tables.map((table) => renderTable(table, new Set(enums.map(({ name }) => name)))),
    ...outside.map(renderOutside),
    ...tables.flatMap((table) => table.foreignKeys.map((key) => renderReference(table, key))),
  ].join('\n')
}

function renderEnum({ name, labels }: DataType): string {
  return `Enum ${pathOf(name)} {\n${labels.map((label) => `  ${dbmlName(label)}\n`).join('')}}\n`
}

function renderTable(table: Relation, enums: ReadonlySet<string>): string {
  const indexes = table.keys.flatMap(renderKey)
  return [
    `Table ${pathOf(table.name)} {\n`,
    ...table.columns.map((column) => renderColumn(column, enums)),
    ...(table.comment === null ? [] : [`  Note: ${dbmlText(table.comment)}\n`]),
    ...(indexes.length === 0 ? [] : ['  indexes {\n', ...indexes, '  }\n']),
    '}\n',
  ].join('')
}

function renderColumn(column: Column, enums: ReadonlySet<string>): string {
  const { name, type, nullable, comment } = column
  const settings = [
    nullable === false ? 'not null' : 'null',
    ...defaultOf(column),
    ...(comment === null ? [] : [`note: ${dbmlText(comment)}`]),
  ]
  const spelled = enums.has(type) ? pathOf(type) : dbmlName(type)
  return `  ${dbmlName(unquoteName(name))} ${spelled} [${settings.join(', ')}]\n`
}

function defaultOf({ value }: Column): string[] {
  if (value === null) return []
  if (value.kind === 'identity') return ['increment']
  const expression = value.kind === 'default' ? dbmlExpression(value.sql) : undefined
  return expression === undefined ? [] : [`default: ${expression}`]
}

function renderKey({ name, definition }: Part): string[] {
  const columns = keyColumns(definition).map((column) => dbmlName(unquoteName(column)))
  if (columns.length === 0) return []
  const setting = definition.startsWith('PRIMARY') ? 'pk' : 'unique'
  return [`    (${columns.join(', ')}) [${setting}, name: ${dbmlText(unquoteName(name))}]\n`]
}

function renderOutside({ name, columns }: OutsideTable): string {
  const lines = columns.map(
    (column) => `  ${dbmlName(unquoteName(column.name))} ${dbmlName(column.type)}\n`,
  )
  return `Table ${pathOf(name)} {\n${lines.join('')}  Note: 'Outside of the schema files.'\n}\n`
}

function renderReference(table: Relation, key: ForeignKey): string {
  const actions = [
    ...(key.onDelete === null ? [] : [`delete: ${key.onDelete}`]),
    ...(key.onUpdate === null ? [] : [`update: ${key.onUpdate}`]),
  ]
  const ends = `${endOf(table.name, key.columns)} > ${endOf(key.table, key.referenced)}`
  const settings = actions.length === 0 ? '' : ` [${actions.join(', ')}]`
  return `Ref ${dbmlName(unquoteName(key.name))} {\n  ${ends}${settings}\n}\n`
}

function endOf(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => dbmlName(unquoteName(column)))
  return `${pathOf(table)}.(${names.join(', ')})`
}

function pathOf(name: string): string {
  return splitName(name)
    .map((part) => dbmlName(unquoteName(part)))
    .join('.')
}
