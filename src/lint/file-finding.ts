import type { Finding } from './finding.ts'

/** What the loader refuses; nothing ignores it. */
const fileRule = 'schema-file'

/** A message `file:line:column: sentence`, or `file: sentence`, with lines below it, as a finding. */
export function asFileFinding(message: string): Finding {
  const [first = '', ...more] = message.split('\n')
  const said = placed.exec(first)?.groups ?? {}
  return {
    rule: fileRule,
    level: 'error',
    source: 'schema',
    object: null,
    message: said['sentence'] ?? first,
    fix: null,
    file: said['file'] ?? null,
    line: numberOf(said['line']),
    column: numberOf(said['column']),
    excerpt: more.length > 0 ? more.join('\n') : null,
  }
}

/** Whether a message says where in a file something is wrong. */
export function namesPlace(message: string): boolean {
  return placed.exec(message)?.groups?.['line'] !== undefined
}

const placed = /^(?<file>.+?\.sql|\/[^:]+)(?::(?<line>\d+):(?<column>\d+))?: (?<sentence>.*)/

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}
