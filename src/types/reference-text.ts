import type { CallableFunction, TableAccess } from './call-reference.ts'

/** What pages may have between `<!-- written: NAME -->` and `<!-- end -->`. */
export interface Reference {
  readonly functions: readonly CallableFunction[]
  readonly tables: readonly TableAccess[]
}

/** A page of Markdown with its written sections as the catalog has them; the rest stays. */
export function renewSections(page: string, { functions, tables }: Reference): string {
  const sections: Readonly<Record<string, string>> = {
    functions: renderFunctions(functions),
    tables: renderTables(tables),
  }
  return page.replaceAll(section, (whole, head: string, name: string) => {
    const text = sections[name]
    return text === undefined ? whole : `${head}${text}<!-- end -->`
  })
}

const section = /(?<head><!-- written: (?<name>\w+) -->\n)[^]*?<!-- end -->/g

function renderFunctions(functions: readonly CallableFunction[]): string {
  return table(
    ['function', 'parameters', 'errors', 'who calls it'],
    functions.map(({ name, parameters, errors, callers }) => [
      code(name),
      parameters.map((text) => code(shorten(text))).join(', '),
      errors.join(', '),
      callers.join(', '),
    ]),
  )
}

/** As people write it: `p_limit integer = 100`. */
function shorten(parameter: string): string {
  return parameter
    .replace('timestamp with time zone', 'timestamptz')
    .replace(' DEFAULT ', ' = ')
    .replace(/ = NULL(?:::.*)?$/, ' = null')
    .replace(/ = (?<literal>'[^']*')::text$/, ' = $<literal>')
}

function renderTables(tables: readonly TableAccess[]): string {
  return table(
    ['table', 'role', 'select', 'insert', 'update', 'delete'],
    tables.map(({ table: name, role, ...may }) => [
      code(name),
      role,
      columns(may.select),
      columns(may.insert),
      columns(may.update),
      may.delete ? 'yes' : '–',
    ]),
  )
}

function columns(names: 'all' | readonly string[]): string {
  if (names === 'all') return 'all'
  return names.length === 0 ? '–' : names.map(code).join(', ')
}

function code(text: string): string {
  return `\`${text}\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
