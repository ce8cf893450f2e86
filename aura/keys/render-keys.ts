import type { ExitCode } from '../../src/cli/verb.ts'
import type { Paint } from '../../src/report/paint.ts'
import { countOf, renderTable } from '../../src/report/text-table.ts'
import type { KeysResult } from './keys-command.ts'

type Of<Action extends KeysResult['action']> = Extract<KeysResult, { readonly action: Action }>

/** What a person reads of a result; of a new key the line alone, so that it can be piped. */
export function renderKeys(result: KeysResult, paint: Paint): string {
  if (result.action === 'generate') return result.entry
  const head = paint.bold(`${result.environment} (${result.address})`)
  return [head, ...linesOf(result, paint)].join('\n')
}

/** 2 when something is left to be done, else 0. */
export function exitOf(result: KeysResult): ExitCode {
  if (result.action === 'rotate') return result.columns.some(({ left }) => left > 0) ? 2 : 0
  if (result.action !== 'check') return 0
  const other = result.keys.some(({ held }) => held === 'other')
  return result.unopened.length > 0 || other || result.obstacle !== undefined ? 2 : 0
}

function linesOf(result: Exclude<KeysResult, Of<'generate'>>, paint: Paint): string[] {
  if (result.action === 'register') return registered(result, paint)
  if (result.action === 'retire') return retired(result, paint)
  if (result.action === 'rotate') return rotated(result, paint)
  if (result.action === 'check') return checked(result, paint)
  return [paint.good(`Version ${String(result.version)} is removed.`)]
}

function registered({ version, changed, retired: old }: Of<'register'>, paint: Paint): string[] {
  const name = `Version ${String(version)}`
  if (changed) return [paint.good(`${name} is registered.`)]
  return [`Nothing to do: ${name.toLowerCase()} is registered${old ? ', and retired' : ''}.`]
}

function retired(
  { version, changed, tokens, inUse, environment }: Of<'retire'>,
  paint: Paint,
): string[] {
  const name = `version ${String(version)}`
  return [
    changed
      ? paint.good(`From now on no new token of ${name} is stored.`)
      : `Nothing to do: ${name} is retired.`,
    ...(tokens > 0
      ? [
          `${countOf(tokens, 'token')} of it can be read still. Next: npm run keys rotate ${environment}`,
        ]
      : []),
    ...(inUse.length > 0
      ? []
      : [paint.bad('No key is in use: no token can be stored until one is registered.')]),
  ]
}

function rotated({ columns, version }: Of<'rotate'>, paint: Paint): string[] {
  if (columns.length === 0) return ['Nothing to do: no token names a retired version.']
  const left = columns.reduce((sum, column) => sum + column.left, 0)
  return [
    renderTable(
      columns.map((column) => [
        column.column,
        countOf(column.rotated, 'token'),
        column.left === 0 ? '' : `${column.left.toLocaleString('en')} left`,
      ]),
    ),
    left === 0
      ? paint.good(`All tokens of retired versions have version ${String(version)} now.`)
      : paint.bad(
          `${countOf(left, 'token')} cannot be opened and stayed. More: npm run keys check`,
        ),
  ]
}

function checked({ keys, unopened, obstacle }: Of<'check'>, paint: Paint): string[] {
  const held = {
    same: '',
    other: 'AURA_TOKEN_KEYS has another key',
    none: 'not in AURA_TOKEN_KEYS',
  }
  const rows = keys.map((key) => [
    `version ${String(key.version)}`,
    key.retired ? 'retired' : 'in use',
    countOf(key.tokens, 'token'),
    held[key.held],
  ])
  const closed = unopened.map(({ column, version, count, ids }) =>
    paint.bad(
      `${column}: no key opens ${countOf(count, 'token')} of version ${String(version)}: ${ids.join(', ')}${count > ids.length ? ', …' : ''}`,
    ),
  )
  return [
    ...(rows.length === 0 ? ['No key is registered.'] : [renderTable(rows)]),
    ...closed,
    ...(obstacle === undefined ? [] : [paint.bad(obstacle)]),
    ...(closed.length > 0 ? [] : [paint.good('The given keys open every token.')]),
  ]
}
