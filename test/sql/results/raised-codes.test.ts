import { expect, it } from 'vitest'
import { findRaisedCodes } from '../../../src/sql/results/raised-codes.ts'

it('tells the codes of errors that a function raises, by name, by number and by option', async () => {
  expect(
    await findRaisedCodes(`
      create function public.f(a integer) returns void language plpgsql as $$
      begin
        raise warning 'not an error' using errcode = '22003';
        raise null_value_not_allowed using message = 'm';
        if a = 1 then
          raise sqlstate '22023';
        end if;
        raise exception using errcode = case a when 2 then 'unique_violation' else 'own_name' end, message = '55000';
        raise exception 'plain %', a;
      exception
        when check_violation then
          raise;
      end
      $$
    `),
  ).toEqual(['22004', '22023', '23505', 'P0001', 'own_name'])
})
