import { expect, test } from 'vitest'
import type { Risk } from '../../../src/plan/hazards/hazard.ts'
import type { Effect, Verb } from '../../../src/plan/statement.ts'
import {
  downSummaryOf,
  parseSummary,
  renderSummary,
  summaryOf,
} from '../../../src/plan/write/summary.ts'
import { asId } from '../../support/object-ids.ts'

function risky(verb: Verb, object: string, risks: readonly Risk[] = []): Effect {
  return { verb, object: asId(object), risks }
}

const statements = [
  risky('create', 'table public.a'),
  risky('comment', 'column public.a.x'),
  risky('drop', 'column public.t.b', [
    { hazard: 'data_loss', what: 'column public.t.b' },
    { hazard: 'blocks_reads', what: 'public.t' },
    { hazard: 'breaks_clients', what: 'column public.t.b is dropped' },
    { hazard: 'breaks_functions', what: 'public.f names column b of public.t' },
  ]),
  risky('alter', 'column public.t.c', [
    { hazard: 'rewrite', what: 'public.t' },
    { hazard: 'scan', what: 'public.t' },
    { hazard: 'blocks_reads', what: 'public.t' },
  ]),
  risky('create', 'constraint public.t.t_u_fkey', [
    { hazard: 'blocks_writes', what: 'public.u' },
    { hazard: 'scan', what: 'public.u' },
  ]),
  risky('grant', 'table public.a', [
    { hazard: 'opens_access', what: 'anon may select public.a', columns: ['x', 'y'] },
  ]),
]

test('a migration says what it changes, locks, loses, opens and breaks, a line each', () => {
  expect(renderSummary(summaryOf(statements))).toEqual([
    '-- changes: + table public.a; + constraint public.t.t_u_fkey; ~ column public.t.c; - column public.t.b',
    '-- locks: public.t access exclusive, rewritten; public.u closed to writes, all rows read',
    '-- data: data_loss: column public.t.b',
    '-- access: anon may select public.a (x, y)',
    '-- clients: column public.t.b is dropped',
    '-- functions: public.f names column b of public.t',
  ])
})

test('a down file says first what is lost', () => {
  expect(renderSummary(downSummaryOf(statements)).slice(0, 3)).toEqual([
    '-- lost: column public.t.b',
    '-- locks: public.t access exclusive, rewritten; public.u closed to writes, all rows read',
    '-- data: none',
  ])
})

test('a long list is cut at a whole item, and the rest is counted', () => {
  const many = Array.from({ length: 40 }, (_, at) => risky('create', `table public.t${String(at)}`))
  const [line = ''] = renderSummary(summaryOf(many))
  expect(line.length).toBeLessThan(330)
  expect(line).toMatch(/; \+ table public\.t\d+; and \d+ more$/)
})

test('a name with a line break stays on its line', () => {
  const [line] = renderSummary(summaryOf([risky('create', 'table public."a\nb"')]))
  expect(line).toBe('-- changes: + table public."a b"')
})

test('the lines are read from the comments at the head of a file alone', () => {
  const head = [
    '-- atlas:nolint DS103',
    '',
    '-- Add a.',
    '-- changes: + table public.a',
    '-- locks: none',
  ]
  const text = [...head, '', 'create table public.a (x integer);', '-- data: none', ''].join('\n')
  expect(parseSummary(text)).toEqual(['changes: + table public.a', 'locks: none'])
  expect(parseSummary('create table public.a ();')).toEqual([])
})
