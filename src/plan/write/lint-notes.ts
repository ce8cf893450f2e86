import { pathOf } from '../../model/qualified-name.ts'
import { maskQuoted } from '../../sql/scan/stretches.ts'
import type { Segment } from '../segment.ts'

/**
 * Writes a comment above each place of a statement to which squawk would object: the rules, and the reason. squawk
 * works by lines, so the comment is on the line before the place. Tables that the segment creates are left out,
 * since squawk does not object there.
 */
export function squawkNotes({ statements }: Segment): (sql: string) => string {
  const made = new Set(statements.flatMap(({ sql }) => namesIn(sql, /^create table/i)))
  return (sql) => {
    const form = forms.find(({ head }) => head.test(sql))
    if (
      form === undefined ||
      namesIn(sql, /^alter table(?: only)?/i).some((name) => made.has(name))
    )
      return sql
    return noteLines(sql, form)
  }
}

interface Place {
  /** What a line says at which squawk objects. */
  readonly line: RegExp
  readonly rules: readonly string[]
  readonly why: string
}

interface Form {
  readonly head: RegExp
  readonly places: readonly Place[]
}

/** Lines are looked at with quotes in place of all that is in quotes. */
const name = String.raw`[^\s(]+`

function place(line: string, rules: string, why: string): Place {
  return { line: new RegExp(line.replaceAll('NAME', name), 'i'), rules: rules.split(' '), why }
}

const onRows = 'the rows are checked in the transaction of this file'

const forms: readonly Form[] = [
  {
    head: /^(?:create (?:unique )?|drop )index concurrently /i,
    places: [
      place(
        '^create (?:unique )?index concurrently ',
        'ban-concurrent-index-creation-in-transaction',
        'the file is no transaction',
      ),
      place(
        '^drop index concurrently ',
        'ban-concurrent-index-creation-in-transaction',
        'the file is no transaction',
      ),
    ],
  },
  {
    head: /^alter table/i,
    places: [
      place('\\bdrop column ', 'ban-drop-column', 'the schema files no longer have it'),
      place('\\brename column ', 'renaming-column', 'the schema files say so'),
      place('^alter table NAME rename to ', 'renaming-table', 'the schema files say so'),
      place(
        '\\balter column NAME (?:set data )?type ',
        'changing-column-type',
        'the schema files say so',
      ),
      place('\\balter column NAME set not null', 'adding-not-nullable-field', onRows),
      place('\\balter column NAME drop not null', 'ban-drop-not-null', 'the schema files say so'),
      place(
        '\\badd constraint NAME foreign key(?!.*\\bnot valid)',
        'constraint-missing-not-valid adding-foreign-key-constraint',
        onRows,
      ),
      place(
        '\\badd constraint NAME unique(?! using index)',
        'constraint-missing-not-valid disallowed-unique-constraint',
        onRows,
      ),
      place(
        '\\badd constraint NAME primary key(?! using index)',
        'constraint-missing-not-valid adding-serial-primary-key-field',
        onRows,
      ),
      place(
        '\\badd constraint NAME (?:check|exclude)(?!.*\\bnot valid)',
        'constraint-missing-not-valid',
        onRows,
      ),
      place('\\bvalidate constraint ', 'constraint-missing-not-valid', onRows),
      place(
        // Literals are masked as quotes.
        String.raw`\badd column .*\b(?:generated |default (?!now\(\)|current_timestamp\b|array\[|(?:[a-z]+ ?)?"|(?!current_|local)[\w.]+(?:::|[ ,]|$)))`,
        'adding-field-with-default',
        'each row gets its value, so that the table is rewritten',
      ),
      place(
        '\\badd column (?!.*\\b(?:generated|default)\\b).*\\bnot null',
        'adding-required-field',
        'it fails where the table has rows',
      ),
    ],
  },
  {
    head: /^drop table/i,
    places: [place('^', 'ban-drop-table', 'the schema files no longer have it')],
  },
  {
    head: /^create domain/i,
    places: [
      place(
        '\\b(?:constraint NAME )?check\\b',
        'ban-create-domain-with-constraint',
        'the schema files say so',
      ),
    ],
  },
  {
    head: /^alter domain/i,
    places: [place('\\badd constraint ', 'ban-alter-domain-with-add-constraint', onRows)],
  },
  {
    head: /^alter type/i,
    places: [
      place(
        '\\badd value "+$',
        'require-enum-value-ordering',
        'it is also the last in the schema files',
      ),
    ],
  },
]

function noteLines(sql: string, { places }: Form): string {
  const code = maskQuoted(sql)
  let end = -1
  return sql
    .split('\n')
    .map((line) => {
      const start = end + 1
      end = start + line.length
      // It begins inside a literal.
      if (code[start - 1] === '"') return line
      const found = places.filter((each) => each.line.test(code.slice(start, end)))
      if (found.length === 0) return line
      const indent = /^\s*/.exec(line)?.[0] ?? ''
      const rules = [...new Set(found.flatMap((each) => each.rules))].join(', ')
      const why = [...new Set(found.map((each) => each.why))].join('; ')
      return `${indent}-- squawk-ignore ${rules} -- ${why}\n${line}`
    })
    .join('\n')
}

/** The name after some words. */
function namesIn(sql: string, words: RegExp): string[] {
  const [head] = words.exec(sql) ?? []
  return head === undefined ? [] : [pathOf(sql.slice(head.length + 1))]
}
