import type { Prose } from './prose.ts'

/** A text of the catalog in Markdown: nothing in it is markup, a link, or the end of a table's cell. */
export function markdownText(text: string): string {
  return flat(text)
    .replaceAll(/[\\`*[\]<>#|~&$]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/^([-+=]|\d+[.)])/, (sign) => `&#${String(sign.charCodeAt(0))};${sign.slice(1)}`)
    .replaceAll('\n', '<br>')
}

/** The same as code, inside and outside of a table. */
export function markdownCode(text: string): string {
  const line = flat(text)
  if (line !== '' && /^[^`|\n\\\s](?:[^`|\n\\]*[^`|\n\\\s])?$/.test(line)) return `\`${line}\``
  const safe = line.replaceAll(
    /[^\p{L}\p{N}\n ().,:;=']/gu,
    (sign) => `&#${String(sign.codePointAt(0))};`,
  )
  return `<code>${safe.replaceAll('\n', '<br>')}</code>`
}

/** A block of SQL, in a fence that it cannot close. */
export function markdownBlock(sql: string): string {
  const longest = Math.max(2, ...(sql.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}sql\n${sql.replaceAll('\r', '')}\n${fence}\n`
}

/** A sentence in Markdown. */
export function markdownProse(prose: Prose): string {
  return prose
    .map((piece) => (typeof piece === 'string' ? markdownText(piece) : markdownCode(piece.code)))
    .join('')
}

/** A table in Markdown; its cells are Markdown already. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

/** Line breaks alone end a line; a control character is no text. */
function flat(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '\uFFFD')
}
