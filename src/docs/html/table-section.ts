import type { Column, Mention, Part, Policy, Relation } from '../describe/description.ts'
import { htmlCode, htmlProse, htmlText } from '../text/html-text.ts'
import type { Prose } from '../text/prose.ts'
import { asOwnerWords, columnKeys, columnValue } from '../words/column-words.ts'
import { anchorHref, anchorId } from './anchors.ts'

/** The section of a table or a view. `pages` are the names that have one. */
export function renderTableSection(relation: Relation, pages: ReadonlySet<string>): string {
  const { kind, name, comment, facts, access, query } = relation
  return `<section class="page" id="${anchorId('table', name)}" data-title="${htmlText(name)}">
<p class="kind">${kind}</p>
<h2 tabindex="-1">${htmlText(name)}</h2>
${comment === null ? '' : `<p class="lead">${htmlText(comment)}</p>`}
${facts.length === 0 ? '' : `<p class="facts">${facts.map(htmlProse).join(' ')}</p>`}
${part('Who may do what', sentences(access))}
${part('Columns', columnsTable(relation.columns))}
${query === null ? '' : part('Query', `<pre><code>${htmlText(query)}</code></pre>`)}
${part('Keys', partsList(relation.keys))}
${part('Foreign keys', foreignKeys(relation, pages))}
${part('Referenced by', references(relation))}
${part('Checks', partsList(relation.checks))}
${part('Indexes', partsList(relation.indexes))}
${part('Triggers', partsList(relation.triggers))}
${part('Policies', listed(relation.policies.map(policyItem)))}
${part('Functions that touch it', listed(relation.routines.map(mentionItem)))}
</section>`
}

/** A heading with what belongs to it; nothing where that is empty. */
function part(title: string, content: string): string {
  return content === '' ? '' : `<h3>${title}</h3>\n${content}`
}

/** A list; nothing where it would be empty. */
export function listed(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`
}

function sentences(access: readonly Prose[]): string {
  return listed(access.map(htmlProse))
}

function columnsTable(columns: readonly Column[]): string {
  const head = ['column', 'type', 'null', 'default', 'what it is']
  return `<div class="wide"><table class="columns">
<thead><tr>${head.map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>
${columns.map(columnRow).join('\n')}
</tbody></table></div>`
}

function columnRow(column: Column): string {
  const { name, type, nullable, comment } = column
  const value = columnValue(column)
  const marks = columnKeys(column).map((key) => ` <span class="tag ${key}">${key}</span>`)
  return `<tr><th scope="row">${htmlCode(name)}${marks.join('')}</th><td>${htmlCode(type)}</td><td>${nullable === true ? 'null' : ''}</td><td>${value === null ? '' : htmlProse(value)}</td><td>${htmlText(comment ?? '')}</td></tr>`
}

function partsList(parts: readonly Part[]): string {
  return listed(
    parts.map(
      ({ name, definition, comment }) =>
        `${htmlCode(name)}${remark(comment)}<pre><code>${htmlText(definition)}</code></pre>`,
    ),
  )
}

function foreignKeys({ foreignKeys: keys }: Relation, pages: ReadonlySet<string>): string {
  return listed(
    keys.map(({ name, columns, table, definition, comment }) => {
      const target = pages.has(table) ? tableLink(table) : htmlCode(table)
      return `${columns.map(htmlCode).join(', ')} → ${target}${remark(comment)}<pre><code>${htmlText(`${name} ${definition}`)}</code></pre>`
    }),
  )
}

function references({ referencedBy }: Relation): string {
  return listed(
    referencedBy.map(({ table, key }) => {
      const action = key.onDelete === null ? '' : `, on delete ${key.onDelete}`
      return `${tableLink(table)} by ${key.columns.map(htmlCode).join(', ')}${action}`
    }),
  )
}

function policyItem({ name, comment, sentences: said, using, check }: Policy): string {
  const lines = [
    ...(using === null ? [] : [`using ${using}`]),
    ...(check === null ? [] : [`with check ${check}`]),
  ].join('\n')
  return `${htmlCode(name)}: ${said.map(htmlProse).join(' ')}${comment === null ? '' : ` <em>${htmlText(comment)}</em>`}<pre><code>${htmlText(lines)}</code></pre>`
}

function mentionItem({ name, comment, asOwner }: Mention): string {
  const manner = asOwner ? ` <span class="tag foreign">${asOwnerWords}</span>` : ''
  return `<a href="${anchorHref('function', name)}">${htmlCode(name)}</a>${manner}${remark(comment)}`
}

function tableLink(name: string): string {
  return `<a href="${anchorHref('table', name)}">${htmlCode(name)}</a>`
}

function remark(comment: string | null): string {
  return comment === null ? '' : `: ${htmlText(comment)}`
}
