import { expect, test } from 'vitest'
import type { CatalogObject } from '../../../src/model/catalog.ts'
import { policyRule } from '../../../src/plan/rules/policy.ts'
import { toys } from '../toy.ts'
import { printAction } from '../../../src/plan/write/print-action.ts'
import { asId } from '../../support/object-ids.ts'

test.each([
  ['(a = 1)', 'a = 1'],
  ['((a = 1) OR (b = 2))', '(a = 1) OR (b = 2)'],
  ['(a = 1) OR (b = 2)', '(a = 1) OR (b = 2)'],
  [`(a = ')'::text)`, `a = ')'::text`],
  [`("Id" = 'it''s (')`, `"Id" = 'it''s ('`],
  ['true', 'true'],
])('the condition %s is written as (%s)', (printed, written) => {
  expect(sqlOf({ using: printed })).toBe(
    `create policy own on public.t\n  for select\n  to public\n  using (${written})`,
  )
})

test('names of policies and roles stay as SQL spells them', () => {
  expect(sqlOf({ roles: ['"some-role"', 'anon'], using: 'true' }, '"a ""b"".c"')).toBe(
    'create policy "a ""b"".c" on public.t\n  for select\n  to "some-role", anon\n  using (true)',
  )
})

function sqlOf(attributes: CatalogObject['attributes'], name = 'own'): string {
  const policy: CatalogObject = {
    kind: 'policy',
    id: asId(`policy public.t.${name}`),
    schema: 'public',
    parent: asId('table public.t'),
    attributes: { permissive: true, command: 'select', roles: ['public'], ...attributes },
  }
  const made = policyRule.create(policy, { from: toys([]), to: toys([policy]) })
  return 'refused' in made
    ? made.refused
    : made.map(({ action }) => printAction(action)).join(';\n')
}
