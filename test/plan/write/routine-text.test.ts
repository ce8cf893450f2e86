import { expect, test } from 'vitest'
import { routineText } from '../../../src/plan/write/routine-text.ts'

test('a function is written a clause a line, its body to the letter', () => {
  const printed = `CREATE OR REPLACE FUNCTION public.page(p_user uuid, p_limit integer DEFAULT 20, p_sort text DEFAULT 'A, B'::text)
 RETURNS TABLE(id uuid, "Title" text)
 LANGUAGE plpgsql
 STABLE STRICT SECURITY DEFINER COST 200
 SET search_path TO ''
AS $function$
begin
  -- KEEP This
  return;
end
$function$
`
  expect(routineText(printed)).toBe(`create or replace function public.page(
  p_user uuid,
  p_limit integer default 20,
  p_sort text default 'A, B'::text
)
returns table (
  id uuid,
  "Title" text
)
language plpgsql
stable
strict
security definer
cost 200
set search_path = ''
as $$
begin
  -- KEEP This
  return;
end
$$`)
})

test('a body that holds two dollars keeps its quotes', () => {
  const printed =
    'CREATE OR REPLACE FUNCTION public.f()\n RETURNS text\n LANGUAGE sql\nAS $function$ select $$X$$ $function$\n'
  expect(routineText(printed)).toBe(
    'create or replace function public.f()\nreturns text\nlanguage sql\nas $function$ select $$X$$ $function$',
  )
})

test('a body in SQL itself is put in lowercase', () => {
  const printed =
    'CREATE OR REPLACE FUNCTION public.f()\n RETURNS integer\n LANGUAGE sql\nBEGIN ATOMIC\n SELECT 1;\nEND\n'
  expect(routineText(printed)).toContain('begin atomic\n select 1;\nend')
})
