import type { PlanTrace } from '../planning/plan-trace.ts'
import type { ObjectChange, ObjectChanges } from '../plan/decide/object-change.ts'
import type { OrderAttempt } from '../plan/order/sort-once.ts'
import { cycleOf, findGraph } from '../plan/trace.ts'
import type { GraphEdge, Trace } from '../plan/trace.ts'
import { renderReasons } from './edge-reason.ts'
import type { Paint } from './paint.ts'
import { renderTable } from './text-table.ts'

/** How a plan came about, for a person who asks why: both directions. */
export function renderTrace({ up, down, tables, tried }: PlanTrace, paint: Paint): string {
  if (up.objectChanges.size + down.objectChanges.size === 0)
    return 'There is no trace: no object differs.'
  const sections: readonly Section[] = [
    ...sectionsOf('up', up),
    ...sectionsOf('down', down),
    ['tables', renderTable(tables.map(renderTablePlan))],
    ['attempts at a proof', renderTable(tried.map(renderTried))],
  ]
  return sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => `${paint.bold(title)}\n${text}`)
    .join('\n')
}

function sectionsOf(direction: string, trace: Trace): Section[] {
  const { steps, edges, cycle, dropped } = findGraph(trace)
  const order = cycle.length > 0 ? [] : steps
  const changes = [...trace.objectChanges].map((each) => renderChange(each, trace.objectChanges))
  return [
    [`${direction}: object changes`, renderTable(changes)],
    [`${direction}: attempts at an order`, renderAttempts(trace)],
    [`${direction}: order`, renderTable(order.map((id, at) => [`${String(at + 1)}.`, id]))],
    [`${direction}: edges`, edges.map(renderEdge).join('\n')],
    [`${direction}: edges dropped to break a cycle`, dropped.map(renderEdge).join('\n')],
  ]
}

type Section = readonly [title: string, text: string]

function renderChange(
  [id, objectChange]: readonly [string, ObjectChange],
  objectChanges: ObjectChanges,
): string[] {
  return [id, words[objectChange.kind], reasonOf(objectChange, objectChanges)]
}

const words: Readonly<Record<ObjectChange['kind'], string>> = {
  create: 'create',
  drop: 'drop',
  alter: 'alter',
  replace: 'recreate',
  reattach: 'detach and reattach',
}

function reasonOf(objectChange: ObjectChange, objectChanges: ObjectChanges): string {
  if (objectChange.kind === 'create') return 'only the new state has it'
  if (objectChange.kind === 'drop') return 'only the old state has it'
  if (objectChange.kind === 'alter') return `differs: ${objectChange.change.attributes.join(', ')}`
  const { reason } = objectChange
  if (reason.kind === 'cycle') return 'to break a cycle'
  if (reason.kind === 'attributes')
    return `no statement alters it in place: ${reason.attributes.join(', ')}`
  if (reason.kind === 'part') return `its part is created: ${reason.part}`
  const other = objectChanges.get(reason.needed)
  return `it needs ${reason.needed}: ${other === undefined ? 'changes' : words[other.kind]}`
}

/** Every attempt in turn, with the object that is recreated where none of them held. */
function renderAttempts({ broken, attempts }: Trace): string {
  return [
    ...broken.flatMap((each) => [
      ...renderRound(each.attempts),
      `  to break the cycle: recreate ${each.recreated}`,
    ]),
    ...renderRound(attempts),
  ].join('\n')
}

function renderRound(attempts: readonly OrderAttempt[]): string[] {
  const cycles = attempts.map(renderCycle)
  return attempts.flatMap(({ strategy }, at) => {
    const cycle = cycles[at] ?? ''
    if (cycle === '') return [`  ${strategy}: chosen`]
    if (cycle === cycles[at - 1]) return [`  ${strategy}: the same cycle`]
    return [`  ${strategy}: a cycle`, cycle]
  })
}

/** A step a line, the first one again at the end; empty where there is an order. */
function renderCycle(attempt: OrderAttempt): string {
  const cycle = cycleOf(attempt)
  return [...cycle, ...cycle.slice(0, 1)]
    .map((id, at) => `    ${at === 0 ? '' : '→ '}${id}`)
    .join('\n')
}

function renderEdge({ before, after, reasons }: GraphEdge): string {
  return [`  ${before} → ${after}`, ...renderReasons(reasons).map((why) => `    ${why}`)].join('\n')
}

function renderTablePlan({ table, way, by, why, failed }: PlanTrace['tables'][number]): string[] {
  const planner = by === 'atlas' ? 'Atlas' : 'the planner'
  return [way, table, planner, failed === null ? why : `fallback, since Atlas was asked: ${failed}`]
}

function renderTried({ planner, texts, rows, why }: PlanTrace['tried'][number]): string[] {
  return [
    planner === 'atlas' ? 'tables by Atlas' : 'all by the planner',
    texts === 'authored' ? 'texts of the schema files' : 'texts of the catalog',
    rows === 'sample' ? 'with sample rows' : 'without rows',
    why === undefined ? 'chosen' : `does not hold: ${why.split('\n')[0] ?? ''}`,
  ]
}
