import type { ObjectId } from '../../model/catalog.ts'
import { idInWords, nameOf } from '../../model/object-id.ts'
import { mergeRisks, riskText } from '../hazards/hazard.ts'
import type { Hazard, Risk } from '../hazards/hazard.ts'
import { commentLine } from '../../sql/comment-line.ts'
import type { Effect } from '../statement.ts'

/** What a migration does, as the lines at its head say it: a subject, and what there is to say of it. */
export interface Summary {
  /** `changes`, `locks`, `data`, `access`, `clients`, `functions`; for a down file also `lost`. */
  readonly subject: string
  /** Nothing to say is an empty list. */
  readonly items: readonly string[]
}

/** What a statement does to which object and what it risks, or what all of them risk together: that is of no object. */
export interface ToldEffect extends Omit<Effect, 'object'> {
  readonly object: ObjectId | null
  /** Of a statement that changes several objects what it does to each. */
  readonly parts?: readonly Effect[]
}

/** What a person must know before a migration is applied; `values` is what else it does to values. */
export function summaryOf(
  statements: readonly ToldEffect[],
  values: readonly string[] = [],
): Summary[] {
  const risks = mergeRisks(statements.flatMap((each) => each.risks))
  return [
    { subject: 'changes', items: changesOf(statements) },
    { subject: 'locks', items: locksOf(risks) },
    { subject: 'data', items: [...named(risks, dataHazards), ...values] },
    { subject: 'access', items: plain(risks, ['opens_access', 'changes_access']) },
    { subject: 'clients', items: plain(risks, ['changes_statements', 'breaks_clients']) },
    { subject: 'functions', items: plain(risks, ['breaks_functions']) },
  ]
}

/** What a person must know before a migration is rolled back: what is lost above all. */
export function downSummaryOf(statements: readonly ToldEffect[]): Summary[] {
  const [, ...rest] = summaryOf(statements)
  const risks = mergeRisks(statements.flatMap((each) => each.risks))
  return [
    { subject: 'lost', items: plain(risks, ['data_loss']) },
    ...rest.map((each) =>
      each.subject === 'data' ? { ...each, items: named(risks, withoutLoss) } : each,
    ),
  ]
}

const withoutLoss: readonly Hazard[] = [
  'needs_empty_table',
  'fails_on_rows',
  'needs_refresh',
  'goes_stale',
  'renumbers',
]
const dataHazards: readonly Hazard[] = ['data_loss', ...withoutLoss]

/** The comment lines of a summary: a line a subject, the first ones of a long list. */
export function renderSummary(summary: readonly Summary[]): string[] {
  return summary.map(({ subject, items }) => commentLine(`${subject}: ${renderItems(items)}`))
}

/** The lines of a summary at the head of a migration, without their comment marks; none where nobody wrote any. */
export function parseSummary(text: string): string[] {
  const head = text.split('\n').filter((line) => line.trim() !== '')
  const end = head.findIndex((line) => !line.startsWith('--'))
  return head
    .slice(0, end === -1 ? head.length : end)
    .filter((line) => summaryLine.test(line))
    .map((line) => line.slice('-- '.length))
}

/**
 * A migration's text with a summary at its head: behind the first comment line, in the place of an older summary.
 * Directives of Atlas stay first, with the blank line that ends them.
 */
export function withSummary(text: string, summary: readonly Summary[]): string {
  const [, directives = '', rest = ''] = /^((?:-- atlas:[^\n]*\n)+\n)?([\s\S]*)$/.exec(text) ?? []
  const lines = rest.split('\n')
  const start = lines.findIndex((line) => line.trim() !== '')
  const end = lines.findIndex((line, at) => at >= start && !line.startsWith('--'))
  const head = lines.slice(Math.max(start, 0), end).filter((line) => !summaryLine.test(line))
  const [title, ...more] = head
  const own = renderSummary(summary)
  const top = title === undefined ? [...own, ''] : [title, ...own, ...more]
  return directives + [...top, ...lines.slice(end)].join('\n')
}

/** A line of a summary: its subject and its list. */
const summaryLine = /^-- (?:changes|locks|data|access|clients|functions|lost): /

/** A line may be as long as this before the rest of its list is counted instead. */
const width = 300

function renderItems(items: readonly string[]): string {
  if (items.length === 0) return 'none'
  let text = ''
  for (const [at, item] of items.entries()) {
    const next = text === '' ? item : `${text}; ${item}`
    if (next.length > width && at > 0) return `${text}; and ${String(items.length - at)} more`
    text = next
  }
  // A name may hold a line break, which would end the comment.
  return text.replaceAll(/\s+/g, ' ')
}

/** What comes, changes and goes, an object once. */
function changesOf(statements: readonly ToldEffect[]): string[] {
  const effects = statements.flatMap((each): readonly ToldEffect[] => each.parts ?? [each])
  const verbs = Map.groupBy(effects, ({ object }) => object)
  const created = new Set(
    effects.flatMap(({ object, verb }) =>
      object !== null && verb === 'create' ? [nameOf(object)] : [],
    ),
  )
  const all = [...verbs].flatMap(([object, list]) => {
    if (object === null || isAside(object, list, created)) return []
    const [comes, goes] = ['create', 'drop'].map((verb) => list.some((each) => each.verb === verb))
    const sign = comes === goes ? '~' : comes === true ? '+' : '-'
    return [{ sign, text: idInWords(object) }]
  })
  return ['+', '~', '-'].flatMap((sign) =>
    all.filter((each) => each.sign === sign).map(({ text }) => `${sign} ${text}`),
  )
}

/** Comments and rights of what is created, and of its parts, are told with it. */
function isAside(
  object: ObjectId,
  statements: readonly ToldEffect[],
  created: ReadonlySet<string>,
): boolean {
  const isBeside = statements.every(({ verb }) => ['comment', 'grant', 'revoke'].includes(verb))
  const name = nameOf(object)
  return isBeside && [...created].some((made) => name.startsWith(`${made}.`))
}

/** What happens to each relation: its strongest lock, and whether all of it is read or rewritten. */
function locksOf(risks: readonly Risk[]): string[] {
  const work = risks.filter(({ hazard }) => workWords.some(([name]) => name === hazard))
  const relations = Map.groupBy(work, ({ what }) => what)
  return [...relations].map(([relation, list]) => {
    const found = new Set(list.map(({ hazard }) => hazard))
    // Who may not read may not write either.
    if (found.has('blocks_reads')) found.delete('blocks_writes')
    if (found.has('rewrite')) found.delete('scan')
    const words = workWords.flatMap(([hazard, word]) => (found.has(hazard) ? [word] : []))
    return `${relation} ${words.join(', ')}`
  })
}

const workWords: readonly (readonly [hazard: Hazard, word: string])[] = [
  ['blocks_reads', 'access exclusive'],
  ['blocks_writes', 'closed to writes'],
  ['rewrite', 'rewritten'],
  ['scan', 'all rows read'],
]

function named(risks: readonly Risk[], hazards: readonly Hazard[]): string[] {
  return risks.filter(({ hazard }) => hazards.includes(hazard)).map(riskText)
}

function plain(risks: readonly Risk[], hazards: readonly Hazard[]): string[] {
  return named(risks, hazards).map((text) => text.slice(text.indexOf(': ') + 2))
}
