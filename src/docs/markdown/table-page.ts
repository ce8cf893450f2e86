import type { Column, Policy, Relation } from '../describe/description.ts'
import { pageOf } from '../text/file-names.ts'
import {
  markdownBlock,
  markdownCode,
  markdownProse,
  markdownTable,
  markdownText,
} from '../text/markdown-text.ts'
import { asOwnerWords, columnKeys, columnValue } from '../words/column-words.ts'
import { commentOf, head, listed, partsList, section } from './page-parts.ts'

/** The page of a table or a view. `pages` are the names that have one. */
export function renderTablePage(relation: Relation, pages: ReadonlySet<string>): string {
  const { kind, name, comment, facts, access, query } = relation
  return [
    head,
    `# ${kind} ${markdownCode(name)}\n`,
    ...(comment === null ? [] : [`${markdownText(comment)}\n`]),
    ...(facts.length === 0 ? [] : [`${facts.map(markdownProse).join(' ')}\n`]),
    ...section('Who may do what', listed(access)),
    ...section('Columns', columnsTable(relation.columns)),
    ...(query === null ? [] : ['## Query\n', markdownBlock(query)]),
    ...section('Keys', partsList(relation.keys)),
    ...section('Foreign keys', foreignKeyList(relation, pages)),
    ...section('Referenced by', referenceList(relation)),
    ...section('Checks', partsList(relation.checks)),
    ...section('Indexes', partsList(relation.indexes)),
    ...section('Triggers', partsList(relation.triggers)),
    ...section('Policies', relation.policies.map(policyItem).join('')),
    ...section('Functions that touch it', mentionList(relation)),
  ].join('\n')
}

function columnsTable(columns: readonly Column[]): string {
  return markdownTable(
    ['column', 'type', 'null', 'default', 'key', 'what it is'],
    columns.map((column) => [
      markdownCode(column.name),
      markdownCode(column.type),
      column.nullable === false ? 'no' : column.nullable === null ? '' : 'yes',
      columnValue(column) === null ? '' : markdownProse(columnValue(column) ?? []),
      columnKeys(column).join(', '),
      commentOf(column.comment),
    ]),
  )
}

function foreignKeyList({ foreignKeys }: Relation, pages: ReadonlySet<string>): string {
  return foreignKeys
    .map(({ name, columns, table, definition, comment }) => {
      const target = pages.has(table)
        ? `[${markdownCode(table)}](../${pageOf(table)})`
        : markdownCode(table)
      const what = comment === null ? '' : `: ${markdownText(comment)}`
      return `- ${columns.map(markdownCode).join(', ')} → ${target}${what}<br>${markdownCode(`${name} ${definition}`)}\n`
    })
    .join('')
}

function referenceList({ referencedBy }: Relation): string {
  return referencedBy
    .map(({ table, key }) => {
      const columns = key.columns.map(markdownCode).join(', ')
      const action = key.onDelete === null ? '' : `, on delete ${key.onDelete}`
      return `- [${markdownCode(table)}](../${pageOf(table)}) by ${columns}${action}\n`
    })
    .join('')
}

function policyItem({ name, comment, sentences, using, check }: Policy): string {
  const said = comment === null ? '' : ` *${markdownText(comment)}*`
  const lines = [
    `- ${markdownCode(name)}: ${sentences.map(markdownProse).join(' ')}${said}`,
    ...(using === null ? [] : [`using ${markdownCode(using)}`]),
    ...(check === null ? [] : [`with check ${markdownCode(check)}`]),
  ]
  return `${lines.join('<br>')}\n`
}

function mentionList({ routines }: Relation): string {
  return routines
    .map(({ name, comment, asOwner }) => {
      const what = comment === null ? '' : `: ${markdownText(comment)}`
      return `- ${markdownCode(name)}${asOwner ? ` (${asOwnerWords})` : ''}${what}\n`
    })
    .join('')
}
