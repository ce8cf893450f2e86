import { expect, test } from 'vitest'
import { alter, comment } from '../../../src/plan/action.ts'
import { layOut } from '../../../src/plan/write/lay-out.ts'
import { printAction } from '../../../src/plan/write/print-action.ts'

const long =
  'a sentence that is far too long for the line that its object is on, so that it goes below it'

test('a long comment is below its object, whatever that is called', () => {
  const action = comment(`table public."x is 'y"`, long)
  expect(layOut(printAction(action), action)).toBe(
    `comment on table public."x is 'y" is\n  '${long}'`,
  )
})

test('a foreign key breaks before the table that it refers to, and no name is broken', () => {
  const key = 'alter table public.a\n  add constraint k foreign key (b) references public.c(d)'
  expect(layOut(key, alter('', ''))).toBe(
    'alter table public.a\n  add constraint k foreign key (b)\n    references public.c (d)',
  )
  const check =
    'alter table public.a\n  add constraint "x foreign key (a) references b (c" check (a > 1)'
  expect(layOut(check, alter('', ''))).toBe(check)
})
