import { sendText, sql } from '../../src/postgres/connect.ts'
import type { Actor } from '../support/roles.ts'

/** How a statement ended: the rows that it met, or PostgreSQL's refusal as `<code>: <message>`. */
export type End = number | string

/**
 * Makes, as the actor that asks, what `endsOf` needs: a schema that everybody may use and create in, with functions that
 * run statements as their caller. It goes with the transaction.
 */
export async function prepareEnds({ tx }: Pick<Actor, 'tx'>): Promise<void> {
  await sendText(tx, ground)
}

/** Runs statements as the actor, each on the state that it finds now: hundreds in one round trip. */
export async function endsOf(
  { tx }: Pick<Actor, 'tx'>,
  statements: readonly (string | null)[],
): Promise<(End | null)[]> {
  const rows: { readonly end: string | null }[] = await tx.query(sql`
    select case when t.statement is not null then trial.run(t.statement) end as end
    from unnest(${statements}::text[]) with ordinality as t (statement, place)
    order by t.place
  `)
  return rows.map(({ end }) => (end !== null && /^\d+$/.test(end) ? Number(end) : end))
}

/** Calls functions as the actor, one after the other; what they change stays. Each answers its rows as JSON, or a refusal. */
export async function askEach(
  { tx }: Pick<Actor, 'tx'>,
  calls: readonly string[],
): Promise<string[]> {
  const rows: { readonly answer: string }[] = await tx.query(sql`
    select trial.ask(t.call) as answer
    from unnest(${calls}::text[]) with ordinality as t (call, place)
    order by t.place
  `)
  return rows.map(({ answer }) => answer)
}

// The statement is taken back by ending in an error, either its own or the one after it.
const ground = `
  create schema trial;
  grant usage, create on schema trial to public;
  create function trial.run(statement text) returns text language plpgsql as $$
  declare
    met bigint;
  begin
    execute statement;
    get diagnostics met = row_count;
    raise sqlstate 'TRIAL';
  exception
    when others then
      return case when sqlstate = 'TRIAL' then met::text else sqlstate || ': ' || sqlerrm end;
  end
  $$;
  create function trial.ask(call text) returns text language plpgsql as $$
  declare
    answer text;
  begin
    execute 'select coalesce(jsonb_agg(to_jsonb(answer)), ''[]'') from ' || call || ' as answer' into answer;
    return answer;
  exception
    when others then
      return sqlstate || ': ' || sqlerrm;
  end
  $$;
`
