import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { planBetween } from '../../src/index.ts'
import type { BetweenResult } from '../../src/index.ts'
import { withFiles } from '../support/files.ts'
import { longer } from '../support/sample.ts'

const columns = 'id integer, name text not null, state text not null'
const key = 'primary key (name, state, id)'
const around = `
create index jobs_state on jobs (state);
create table logs (id integer, name text not null, state text not null, foreign key (name, state, id) references jobs);
create view names as select name from jobs;
create function id_of(job jobs) returns integer language sql as $$ select job.id $$;
grant select on jobs to public;
`
const plain = `create table jobs (${columns}, ${key});${around}`
const byName = `create table jobs (${columns}, ${key}) partition by list (name);
create table jobs_a partition of jobs for values in ('a');
create table jobs_other partition of jobs default;${around}`
const byState = byName.replace('by list (name)', 'by list (state)')
const without = `create table jobs (${columns}, ${key}) partition by list (state);
create table jobs_a (${columns}, ${key});${around}`

async function planOf(before: string, after: string): Promise<BetweenResult> {
  return withFiles({ 'a.sql': before, 'b.sql': after }, async (folder) =>
    planBetween({
      from: join(folder, 'a.sql'),
      to: join(folder, 'b.sql'),
      platform: 'none',
      workbench: inject('workbench').url,
    }),
  )
}

describe('a table that is partitioned otherwise', () => {
  it.skipIf(longer.skip).each([
    [plain, byName, ['drop table public.jobs']],
    [
      byName,
      plain,
      ['drop table public.jobs_a', 'drop table public.jobs_other', 'drop table public.jobs'],
    ],
    [
      byName,
      byState,
      ['drop table public.jobs_a', 'drop table public.jobs_other', 'drop table public.jobs'],
    ],
    [byName, without, ['drop table public.jobs_other', 'drop table public.jobs']],
    [without, byName, ['drop table public.jobs']],
  ])('is created again with `-- @new`, in both directions (%#)', async (before, after, lost) => {
    const { proved, segments } = await planOf(before, `-- @new\n${after}`)
    const statements = segments.flatMap((segment) => segment.statements)
    expect(proved).toBe(true)
    expect(
      statements.filter(({ hazards }) => hazards.includes('data_loss')).map(({ sql }) => sql),
    ).toEqual(lost)
  })
})
