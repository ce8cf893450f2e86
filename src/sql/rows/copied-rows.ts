import type { CopyStmt, Node } from 'libpg-query'
import { quoteLiteral, quoteName, quoteQualified } from '../quote.ts'

/** How the rows of a `copy … from stdin` are written. */
interface Form {
  readonly delimiter: string
  readonly nothing: string
}

/**
 * The rows of a `copy … from stdin` as inserts of at most a thousand rows: a server takes them in a text. Answers a
 * sentence for what a text cannot say so.
 */
export function insertsOf(copy: CopyStmt, data: string): readonly string[] | string {
  const given = optionsOf(copy)
  const problem = problemOf(copy, given)
  if (problem !== undefined) return problem
  const target = `insert into ${tableOf(copy)}${columnsOf(copy)} overriding system value values\n`
  const parsed = parseRows(data, given)
  if (typeof parsed === 'string') return parsed
  const rows = parsed.map((values) => `(${values.map(renderValue).join(', ')})`)
  const inserts: string[] = []
  for (let first = 0; first < rows.length; first += most)
    inserts.push(target + rows.slice(first, first + most).join(',\n'))
  return inserts
}

const most = 1000

type Options = ReadonlyMap<string, string>

function optionsOf({ options = [] }: CopyStmt): Options {
  return new Map(
    options.flatMap((node) =>
      'DefElem' in node ? [[node.DefElem.defname ?? '', textOf(node.DefElem.arg)] as const] : [],
    ),
  )
}

function problemOf({ whereClause }: CopyStmt, given: Options): string | undefined {
  if (whereClause !== undefined) return 'A copy with a condition cannot be read.'
  const unknown = [...given.keys()].find((name) => !known.has(name))
  if (unknown !== undefined) return `A copy with the option ${unknown} cannot be read.`
  const format = given.get('format') ?? 'text'
  return format === 'text' || format === 'csv'
    ? undefined
    : `A copy of the format ${format} cannot be read.`
}

const known: ReadonlySet<string> = new Set(['format', 'delimiter', 'null', 'header', 'encoding'])

function tableOf({ relation }: CopyStmt): string {
  const { schemaname, relname = '' } = relation ?? {}
  return schemaname === undefined ? quoteName(relname) : quoteQualified(schemaname, relname)
}

function columnsOf({ attlist = [] }: CopyStmt): string {
  const names = attlist.flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []))
  return names.length === 0 ? '' : ` (${names.map(quoteName).join(', ')})`
}

function renderValue(value: string | null): string {
  return value === null ? 'null' : quoteLiteral(value)
}

function textOf(node: Node | undefined): string {
  if (node === undefined) return ''
  if ('String' in node) return node.String.sval ?? ''
  if ('Boolean' in node) return String(node.Boolean.boolval ?? false)
  if ('Integer' in node) return String(node.Integer.ival ?? 0)
  return ''
}

type Row = readonly (string | null)[]

function parseRows(data: string, given: Options): Row[] | string {
  const body = data.replace(/(?<=^|\n)\\\.\r?$/, '')
  const isCsv = given.get('format') === 'csv'
  const form = {
    delimiter: given.get('delimiter') ?? (isCsv ? ',' : '\t'),
    nothing: given.get('null') ?? (isCsv ? '' : String.raw`\N`),
  }
  const rows = isCsv ? parseCsv(body, form) : parseText(body, form)
  return typeof rows === 'string' || !hasHeader(given) ? rows : rows.slice(1)
}

function hasHeader(given: Options): boolean {
  return !/^(?:false|off|0)$/i.test(given.get('header') ?? 'false')
}

function parseText(data: string, { delimiter, nothing }: Form): Row[] {
  const lines = data.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) =>
    splitOutsideEscapes(line.replace(/\r$/, ''), delimiter).map((field) =>
      field === nothing ? null : unescape(field),
    ),
  )
}

/** A delimiter behind a backslash is a character of the value. */
function splitOutsideEscapes(line: string, delimiter: string): string[] {
  if (!line.includes(`\\${delimiter}`)) return line.split(delimiter)
  const fields = ['']
  for (let at = 0; at < line.length; at += 1) {
    const taken = line[at] === '\\' ? line.slice(at, at + 2) : (line[at] ?? '')
    if (taken === delimiter) fields.push('')
    else fields.push(`${fields.pop() ?? ''}${taken}`)
    at += taken.length - 1
  }
  return fields
}

/** Source: PostgreSQL manual, COPY, Text Format. */
function unescape(field: string): string {
  return field.replaceAll(/\\(?:x[\dA-Fa-f]{1,2}|[0-7]{1,3}|[^])/g, (escaped) => {
    const rest = escaped.slice(1)
    if (/^x./.test(rest)) return String.fromCodePoint(Number.parseInt(rest.slice(1), 16))
    if (/^[0-7]/.test(rest)) return String.fromCodePoint(Number.parseInt(rest, 8))
    return letters[rest] ?? rest
  })
}

const letters: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/**
 * Source: PostgreSQL manual, COPY, CSV Format: what is quoted is never null, and a value may be quoted in part. Answers a
 * sentence for what has no end.
 */
function parseCsv(data: string, { delimiter, nothing }: Form): Row[] | string {
  const mark = `\\u{${(delimiter.codePointAt(0) ?? 0).toString(16)}}`
  const field = `(?<value>(?:[^"\\n\\r${mark}]|"[^"]*")*)(?<end>${mark}|\\r?\\n|$)`
  const rows: (string | null)[][] = [[]]
  let read = 0
  for (const { 0: all, index, groups = {} } of data.matchAll(new RegExp(field, 'guy'))) {
    rows.at(-1)?.push(valueOf(groups['value'] ?? '', nothing))
    if (groups['end'] !== delimiter) rows.push([])
    read = index + all.length
  }
  if (read < data.length) return endless(data.slice(0, read).split('\n').length)
  // Behind the last line there is nothing, which is no row.
  return rows.slice(0, -2)
}

function endless(line: number): string {
  return `A copy cannot be read whose line ${String(line)} has a quotation mark without an end, or a carriage return outside of them.`
}

function valueOf(value: string, nothing: string): string | null {
  if (!value.includes('"')) return value === nothing ? null : value
  return value.replaceAll(/"((?:[^"]|"")*)"/g, (_all, quoted: string) =>
    quoted.replaceAll('""', '"'),
  )
}
