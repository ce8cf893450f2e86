import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { loadProject } from '../../src/files/project.ts'
import type { BetweenResult } from '../../src/planning/two-states/between-result.ts'
import { planBetweenCommand } from '../../src/planning/two-states/plan-states.ts'
import { withFiles } from '../support/files.ts'
import { silent } from '../support/talk.ts'
import { home } from '../support/tracked-files.ts'

const server =
  'create foreign data wrapper w;\ncreate server far foreign data wrapper w options (a $$b$$);\n'

/** Plans between two texts, for a server that has no platform. */
async function between(before: string, after: string): Promise<BetweenResult> {
  const files = { 'before.sql': server + before, 'after.sql': server + after }
  return withFiles(files, async (folder) => {
    const context = {
      project: await loadProject(home),
      variables: { WORKBENCH_URL: inject('workbench').url },
      talk: silent,
    }
    const [from, to] = ['before', 'after'].map((name) => join(folder, `${name}.sql`))
    return planBetweenCommand(context, {
      from: from ?? '',
      to: to ?? '',
      platform: 'none',
      proof: 'whole',
      undeclared: 'new',
    })
  })
}

function sqlOf({ segments }: BetweenResult): string[] {
  return segments.flatMap(({ statements }) => statements.map(({ sql }) => sql))
}

describe('a plan of foreign tables', () => {
  test('renames them, their columns and checks, and what uses them follows', async () => {
    const result = await between(
      `create foreign table public.remote (id integer, word text, constraint few check (id < 9)) server far;
create view public.near as select word from public.remote;`,
      `-- @renamed from=remote
create foreign table public.distant (
  id integer,
  -- @renamed from=word
  term text,
  -- @renamed from=few
  constraint small check (id < 9)
) server far;
create view public.near as select term as word from public.distant;`,
    )
    expect(result).toMatchObject({ equal: false, proved: true, unmanaged: [] })
    expect(sqlOf(result)).toEqual([
      'alter foreign table public.remote rename to distant',
      'alter table public.distant\n  rename column word to term',
      'alter table public.distant\n  rename constraint few to small',
    ])
  })

  test('has stand-ins for secrets of tables and columns, and none for keys that are no secrets', async () => {
    const result = await between(
      `create foreign table public.remote (id integer) server far options (token 'opensesame');`,
      `create foreign table public.remote (id integer options (key 'true', api_key 'opensesame'), other text options (password 'opensesame')) server far options (key_column 'id', url 'https://me:opensesame@h');
create foreign table public.more (id integer options (secret 'opensesame')) server far;`,
    )
    expect(result).toMatchObject({ equal: false, proved: true, unmanaged: [] })
    expect(JSON.stringify(result)).not.toContain('opensesame')
    expect(sqlOf(result)).toEqual([
      `alter foreign table public.remote\n  options (drop token, add key_column 'id', add url '(fill in)')`,
      `alter foreign table public.remote\n  alter column id options (add api_key '(fill in)', add key 'true')`,
      `alter foreign table public.remote\n  add column other text options (password '(fill in)')`,
      `create foreign table public.more (\n  id integer options (secret '(fill in)')\n)\nserver far`,
    ])
  })

  test('refuses a secret that is another one', async () => {
    const result = await between(
      `create foreign table public.remote (id integer options (password 'opensesame')) server far options (token 'opensesame');`,
      `create foreign table public.remote (id integer options (password 'closesesame')) server far options (token 'closesesame');`,
    )
    expect(result.segments).toEqual([])
    expect(JSON.stringify(result)).not.toContain('sesame')
    expect(result.unmanaged.map(({ object }) => object)).toEqual([
      'column public.remote.id',
      'foreignTable public.remote',
    ])
  })
})
