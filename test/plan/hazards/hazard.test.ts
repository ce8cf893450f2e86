import { expect, test } from 'vitest'
import {
  hazardNames,
  hazardsOf,
  isHazard,
  mergeRisks,
  riskText,
} from '../../../src/plan/hazards/hazard.ts'
import type { Risk } from '../../../src/plan/hazards/hazard.ts'

const select: Risk = { hazard: 'opens_access', what: 'anon may select public.t' }
const lost: Risk = { hazard: 'data_loss', what: 'public.t' }

test('a risk is told as hazard, object and columns', () => {
  expect([
    riskText(lost),
    riskText(select),
    riskText({ ...select, columns: [] }),
    riskText({ ...select, columns: ['a', '"B b"'] }),
  ]).toEqual([
    'data_loss: public.t',
    'opens_access: anon may select public.t',
    'opens_access: anon may select public.t',
    'opens_access: anon may select public.t (a, "B b")',
  ])
})

test('the same risk is said once, at its first place', () => {
  expect(mergeRisks([select, lost, select, { ...lost, what: 'public.u' }])).toEqual([
    select,
    lost,
    { ...lost, what: 'public.u' },
  ])
  expect(mergeRisks([])).toEqual([])
})

test('one right on several columns is one risk, with each column once', () => {
  expect(
    mergeRisks([
      { ...select, columns: ['b'] },
      { ...select, columns: ['a', 'b'] },
      { ...select, what: 'app may select public.t', columns: ['a'] },
      { ...select, hazard: 'breaks_clients', columns: ['c'] },
    ]),
  ).toEqual([
    { ...select, columns: ['b', 'a'] },
    { ...select, what: 'app may select public.t', columns: ['a'] },
    { ...select, hazard: 'breaks_clients', columns: ['c'] },
  ])
})

test('the hazards of risks are named once each, in the order of the list', () => {
  expect(hazardsOf([select, lost, select])).toEqual(['data_loss', 'opens_access'])
  expect(hazardNames.indexOf('data_loss')).toBe(0)
})

test('a word is a hazard when it names one', () => {
  expect(['data_loss', 'DATA_LOSS', 'toString', ''].map(isHazard)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
