import type { DataType, Description, OtherObject, Relation } from '../describe/description.ts'
import { pageOf } from '../text/file-names.ts'
import { markdownCode, markdownTable, markdownText } from '../text/markdown-text.ts'
import { renderMermaid } from './mermaid-diagram.ts'
import { commentOf, head, section } from './page-parts.ts'

/** The first page: what there is, and how tables refer to each other. */
export function renderOverview(description: Description): string {
  const { title, relations, types, others } = description
  return [
    head,
    `# The database ${markdownText(title)}\n`,
    'One page for the browser, with search and a diagram to click on: [schema.html](../schema.html).\n',
    '[rights.md](rights.md) says who may do what, [functions.md](functions.md) lists the functions, ' +
      'and [schema.dbml](schema.dbml) is for tools that read DBML.\n',
    '## Tables\n',
    markdownTable(['name', 'what it is'], relations.map(relationRow)),
    '## How they refer to each other\n',
    'A table is shown with the columns of its keys. A line goes from a table to the one that it refers to.\n',
    `\`\`\`mermaid\n${renderMermaid(description)}\`\`\`\n`,
    ...(types.length === 0
      ? []
      : ['## Types\n', markdownTable(['name', 'is', 'what it is'], types.map(typeRow))]),
    ...section('Also there', others.map(otherItem).join('')),
  ].join('\n')
}

function relationRow({ kind, name, comment }: Relation): string[] {
  const words = kind === 'table' ? '' : ` (${kind})`
  return [`[${markdownCode(name)}](${pageOf(name)})${words}`, commentOf(comment)]
}

function otherItem({ name, definition, comment }: OtherObject): string {
  const what = comment === null ? '' : `: ${markdownText(comment)}`
  return `- ${markdownText(name)}${what}${definition === null ? '' : `<br>${markdownCode(definition)}`}\n`
}

function typeRow({ kind, name, comment, labels, definition }: DataType): string[] {
  const parts = [...labels, ...definition].map(markdownCode).join(', ')
  return [markdownCode(name), `${kind}: ${parts}`, commentOf(comment)]
}
