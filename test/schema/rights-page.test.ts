import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { home } from '../support/tracked-files.ts'
import { routines, tables } from './rights-matrix.ts'
import type { Role, TableRights } from './rights-matrix.ts'

const page = await readFile(join(home, 'docs/schema/rights.md'), 'utf8')

const asked: readonly Role[] = ['anon', 'authenticated', 'service_role']
const commands = ['select', 'insert', 'update', 'delete'] as const

test('the page of rights says of each table what its tests hold', () => {
  const expected = tables.flatMap(({ name, rights }) =>
    commands.map((command) => [
      name,
      command,
      ...asked.map((role) => cellOf(role, rights[role], command)),
    ]),
  )
  expect(joined(rowsOf('Tables and views'))).toEqual(joined(expected))
})

test('the page of rights says of each function who may call it', () => {
  const expected = routines.map(({ name, callers }) => [
    name,
    'execute',
    ...asked.map((role) => (callers.includes(role) ? 'yes' : '–')),
  ])
  const told = rowsOf('Functions').map(([name = '', ...cells]) => [
    name.replace(/\(.*\)$/, ''),
    ...cells,
  ])
  expect(joined(told)).toEqual(joined(expected))
})

/** Users reach their own rows, the server all of them. */
function cellOf(
  role: Role,
  rights: TableRights | undefined,
  command: (typeof commands)[number],
): string {
  const scope = rights?.[command] ?? false
  const rows = role === 'service_role' ? 'every row' : 'own rows'
  if (scope === true || scope === 'all') return rows
  if (scope === false || scope.length === 0) return '–'
  return `${rows}, ${String(scope.length)} columns`
}

/** Rows as texts, in order. */
function joined(rows: readonly (readonly string[])[]): string[] {
  return rows.map((row) => row.join(' | ')).toSorted()
}

/** The rows below a heading, without the marks of code. */
function rowsOf(title: string): string[][] {
  const section = page.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
}
