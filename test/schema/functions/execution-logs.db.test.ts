import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { ada, bob, withScene } from '../scene.ts'
import type { Args, Scene } from '../scene.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

const actors = [
  ['the user', async (scene: Scene) => scene.asUser(ada)],
  ['the server', async (scene: Scene) => scene.asServer()],
] as const

describe('insert_execution_log', () => {
  test.each(actors)('%s writes a log and learns its id', async (_, begin) => {
    await withScene(db, async (scene) => {
      await begin(scene)
      const id = await scene.value('insert_execution_log', {
        ...log(),
        p_step_id: 'step 1',
        p_log_level: 'warning',
        p_metadata: '{"tokens": 12, "note": "žluťoučký 🐎"}',
      })
      const [row] = await scene.rows('get_execution_logs_by_task', {
        p_user_id: ada,
        p_task_id: 't',
      })
      expect(row).toEqual({
        id,
        task_id: 't',
        step_id: 'step 1',
        agent_type: 'worker',
        message: 'done',
        log_level: 'warning',
        metadata: { tokens: 12, note: 'žluťoučký 🐎' },
        created_at: expect.any(String),
        seq: expect.any(Number),
      })
      await scene.asOwner()
      expect(
        await scene.query(sql`select user_id from public.execution_logs where created_at >= now()`),
      ).toEqual([{ user_id: ada }])
    })
  })

  test.each([
    ['left out', {}],
    ['NULL', { p_log_level: null, p_metadata: null }],
  ])('a level that is %s is info, and metadata stay NULL', async (_, change) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('insert_execution_log', { ...log(), ...change })
      expect(await scene.rows('get_execution_logs_filtered', { p_user_id: ada })).toMatchObject([
        { log_level: 'info', metadata: null, step_id: null },
      ])
    })
  })

  test('logs of one transaction have rising seq and created_at', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      for (const message of ['a', 'b', 'c']) {
        await scene.value('insert_execution_log', { ...log(), p_message: message })
      }
      await scene.asOwner()
      expect(
        await scene.query(sql`
          select message from public.execution_logs order by created_at, message desc
        `),
      ).toEqual([{ message: 'a' }, { message: 'b' }, { message: 'c' }])
      expect(
        await scene.query(sql`select message from public.execution_logs order by seq`),
      ).toEqual([{ message: 'a' }, { message: 'b' }, { message: 'c' }])
    })
  })

  test('nobody writes a log for another user', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(bob)
      expect((await scene.refusal('insert_execution_log', log())).code).toBe('42501')
    })
  })

  test('the server writes no log for a user who does not exist', async () => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      const refusal = await scene.refusal('insert_execution_log', {
        ...log(),
        p_user_id: '00000000-0000-4000-8000-000000000000',
      })
      expect(refusal).toMatchObject({ code: '22023', message: 'p_user_id is unknown' })
    })
  })

  test.each([
    ['an unknown agent', { p_agent_type: 'boss' }, 'p_agent_type'],
    ['an unknown level', { p_log_level: 'nolevel' }, 'p_log_level'],
    ['an empty message', { p_message: '' }, 'p_message'],
    ['a message of 65,537 bytes', { p_message: `${'€'.repeat(21_845)}xx` }, 'p_message'],
    ['an empty task', { p_task_id: '' }, 'p_task_id'],
    ['a task of 201 bytes', { p_task_id: `${'é'.repeat(100)}x` }, 'p_task_id'],
    ['a step of 201 bytes', { p_step_id: `${'é'.repeat(100)}x` }, 'p_step_id'],
    ['metadata that are an array', { p_metadata: '[]' }, 'p_metadata'],
  ])('%s is refused by the name of the parameter', async (_, change, parameter) => {
    await withScene(db, async (scene) => {
      await scene.asServer()
      expect(await scene.refusal('insert_execution_log', { ...log(), ...change })).toMatchObject({
        code: '22023',
        message: `${parameter} is not valid`,
        detail: undefined,
      })
    })
  })

  test('a message may have 65,536 bytes, whatever its characters', async () => {
    const message = `${'€'.repeat(21_845)}x`
    await withScene(db, async (scene) => {
      await scene.asServer()
      await scene.value('insert_execution_log', { ...log(), p_message: message })
      expect(await scene.rows('get_execution_logs_filtered', { p_user_id: ada })).toMatchObject([
        { message },
      ])
    })
  })
})

describe('get_execution_logs_by_task', () => {
  test.each(actors)('%s reads the logs of a task, oldest first', async (_, begin) => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await begin(scene)
      const rows = await scene.rows('get_execution_logs_by_task', {
        p_user_id: ada,
        p_task_id: 'a',
      })
      expect(rows.map(({ message }) => message)).toEqual(['1', '2', '3', '4'])
    })
  })

  test('the cursor begins after the log that was seen last', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(ada)
      const task = { p_user_id: ada, p_task_id: 'a' }
      const rows = await scene.rows('get_execution_logs_by_task', task)
      const after = async (seq: unknown): Promise<unknown[]> => {
        const page = await scene.rows('get_execution_logs_by_task', { ...task, p_after_seq: seq })
        return page.map(({ message }) => message)
      }
      expect(await after(null)).toEqual(['1', '2', '3', '4'])
      expect(await after(0)).toEqual(['1', '2', '3', '4'])
      expect(await after(rows[1]?.['seq'])).toEqual(['3', '4'])
      expect(await after(rows[3]?.['seq'])).toEqual([])
      expect(await after('9223372036854775807')).toEqual([])
    })
  })

  test('a stranger sees nothing of it', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(bob)
      expect(
        await scene.rows('get_execution_logs_by_task', { p_user_id: ada, p_task_id: 'a' }),
      ).toEqual([])
      const own = await scene.rows('get_execution_logs_by_task', { p_user_id: bob, p_task_id: 'a' })
      expect(own.map(({ message }) => message)).toEqual(['of bob'])
    })
  })
})

describe('get_execution_logs_filtered', () => {
  test.each(actors)('%s reads the logs newest first', async (_, begin) => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await begin(scene)
      expect(await messages(scene, {})).toEqual(['6', '5', '4', '3', '2', '1'])
    })
  })

  test('logs of one instant come by seq, the last first', async () => {
    await withScene(db, async (scene) => {
      await scene.query(sql`
        insert into public.execution_logs (user_id, task_id, agent_type, message, created_at)
        select ${ada}, 't', 'worker', n::text, '2026-01-01Z' from generate_series(1, 5) as n
      `)
      await scene.asUser(ada)
      expect(await messages(scene, {})).toEqual(['5', '4', '3', '2', '1'])
    })
  })

  test.each([
    [
      'NULL everywhere',
      {
        p_task_id: null,
        p_agent_type: null,
        p_log_level: null,
        p_start_date: null,
        p_end_date: null,
      },
      '654321',
    ],
    ['a task', { p_task_id: 'a' }, '4321'],
    ['a task that does not exist', { p_task_id: 'z' }, ''],
    ['an agent', { p_agent_type: 'worker' }, '531'],
    ['a level', { p_log_level: 'error' }, '64'],
    ['a level that does not exist', { p_log_level: 'fatal' }, ''],
    ['an agent and a level', { p_agent_type: 'worker', p_log_level: 'info' }, '31'],
    [
      'a task, an agent and a level',
      { p_task_id: 'a', p_agent_type: 'planner', p_log_level: 'error' },
      '4',
    ],
    ['a first instant, which counts', { p_start_date: '2026-01-03T00:00:00Z' }, '6543'],
    ['a first instant just after', { p_start_date: '2026-01-03T00:00:00.000001Z' }, '654'],
    ['a last instant, which counts', { p_end_date: '2026-01-03T00:00:00Z' }, '321'],
    ['a last instant just before', { p_end_date: '2026-01-02T23:59:59.999999Z' }, '21'],
    ['an instant alone', { p_start_date: '2026-01-03Z', p_end_date: '2026-01-03Z' }, '3'],
    ['dates the wrong way round', { p_start_date: '2026-01-04Z', p_end_date: '2026-01-02Z' }, ''],
    [
      'a task and dates',
      { p_task_id: 'a', p_start_date: '2026-01-02Z', p_end_date: '2026-01-05Z' },
      '432',
    ],
    [
      'everything',
      {
        p_task_id: 'b',
        p_agent_type: 'worker',
        p_log_level: 'success',
        p_start_date: '2026-01-01Z',
        p_end_date: '2026-01-31Z',
      },
      '5',
    ],
    ['infinite dates', { p_start_date: '-infinity', p_end_date: 'infinity' }, '654321'],
  ])('it filters by %s, for the user and for the server', async (_, filter, expected) => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(ada)
      expect((await messages(scene, filter)).join('')).toBe(expected)
      await scene.asServer()
      expect((await messages(scene, filter)).join('')).toBe(expected)
    })
  })

  test.each([
    [{ p_limit: 2 }, '65'],
    [{ p_limit: 2, p_offset: 1 }, '54'],
    [{ p_limit: 2, p_offset: 5 }, '1'],
    [{ p_offset: 6 }, ''],
    [{ p_offset: 2, p_task_id: 'a' }, '21'],
  ])('the page %j is right', async (page, expected) => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(ada)
      expect((await messages(scene, page)).join('')).toBe(expected)
    })
  })

  test('the cursor goes together with every filter', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(ada)
      const rows = await scene.rows('get_execution_logs_filtered', { p_user_id: ada })
      const four = rows[2]
      const cursor = { p_before_created_at: four?.['created_at'], p_before_seq: four?.['seq'] }
      expect(four?.['message']).toBe('4')
      expect(await messages(scene, cursor)).toEqual(['3', '2', '1'])
      expect(await messages(scene, { ...cursor, p_offset: 0, p_limit: 2 })).toEqual(['3', '2'])
      expect(await messages(scene, { ...cursor, p_agent_type: 'worker' })).toEqual(['3', '1'])
      expect(await messages(scene, { ...cursor, p_task_id: 'a', p_log_level: 'info' })).toEqual([
        '3',
        '2',
        '1',
      ])
      expect(await messages(scene, { ...cursor, p_start_date: '2026-01-02Z' })).toEqual(['3', '2'])
      expect(await messages(scene, { ...cursor, p_end_date: '2026-01-02Z' })).toEqual(['2', '1'])
    })
  })

  test('a stranger sees nothing of it', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(bob)
      expect(await scene.rows('get_execution_logs_filtered', { p_user_id: ada })).toEqual([])
      expect(
        await scene.rows('get_execution_logs_filtered', { p_user_id: ada, p_task_id: 'a' }),
      ).toEqual([])
    })
  })
})

describe('delete_execution_logs_by_task', () => {
  test.each(actors)('%s deletes the logs of a task and learns how many', async (_, begin) => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await begin(scene)
      const task = { p_user_id: ada, p_task_id: 'a' }
      expect(await scene.value('delete_execution_logs_by_task', task)).toBe(4)
      expect(await scene.value('delete_execution_logs_by_task', task)).toBe(0)
      await scene.asOwner()
      expect(await left(scene)).toEqual(['5', '6', 'of bob'])
    })
  })

  test('a stranger deletes nothing', async () => {
    await withScene(db, async (scene) => {
      await seed(scene)
      await scene.asUser(bob)
      expect(
        await scene.value('delete_execution_logs_by_task', { p_user_id: ada, p_task_id: 'a' }),
      ).toBe(0)
      await scene.asOwner()
      expect(await left(scene)).toHaveLength(7)
    })
  })
})

describe('delete_old_execution_logs', () => {
  test.each(actors)('%s deletes own logs older than so many days', async (_, begin) => {
    await withScene(db, async (scene) => {
      await aged(scene)
      await begin(scene)
      expect(
        await scene.value('delete_old_execution_logs', { p_user_id: ada, p_days_old: 7 }),
      ).toBe(3)
      await scene.asOwner()
      expect(await left(scene)).toEqual(['7 days', '7 days less', 'bob: 31 days', 'now'])
    })
  })

  test.each([
    ['left out', {}],
    ['NULL', { p_days_old: null }],
  ])('days that are %s are 30', async (_, days) => {
    await withScene(db, async (scene) => {
      await aged(scene)
      await scene.asUser(ada)
      expect(await scene.value('delete_old_execution_logs', { p_user_id: ada, ...days })).toBe(1)
      await scene.asOwner()
      expect(await left(scene)).not.toContain('31 days')
    })
  })

  test('100 years delete nothing', async () => {
    await withScene(db, async (scene) => {
      await aged(scene)
      await scene.asUser(ada)
      expect(
        await scene.value('delete_old_execution_logs', { p_user_id: ada, p_days_old: 36_500 }),
      ).toBe(0)
    })
  })

  test('a stranger deletes nothing', async () => {
    await withScene(db, async (scene) => {
      await aged(scene)
      await scene.asUser(bob)
      expect(
        await scene.value('delete_old_execution_logs', { p_user_id: ada, p_days_old: 1 }),
      ).toBe(0)
      await scene.asOwner()
      expect(await left(scene)).toHaveLength(7)
    })
  })
})

describe('purge_execution_logs', () => {
  test('the owner deletes old logs of all users, by default those older than 90 days', async () => {
    await withScene(db, async (scene) => {
      await purgeable(scene)
      expect(await scene.value('private.purge_execution_logs', {})).toBe(4)
      expect(await left(scene)).toEqual(['89 days', '89 days', '90 days', '90 days', 'now', 'now'])
      expect(await scene.value('private.purge_execution_logs', {})).toBe(0)
    })
  })

  test('NULL days are 90', async () => {
    await withScene(db, async (scene) => {
      await purgeable(scene)
      expect(await scene.value('private.purge_execution_logs', { p_days_old: null })).toBe(4)
    })
  })

  test('other days are heeded', async () => {
    await withScene(db, async (scene) => {
      await purgeable(scene)
      expect(await scene.value('private.purge_execution_logs', { p_days_old: 1 })).toBe(8)
      expect(await left(scene)).toEqual(['now', 'now'])
    })
  })

  test('a call deletes one batch at most, and calls in a row delete all that is old and no more', async () => {
    await withScene(db, async (scene) => {
      await purgeable(scene)
      const counts: unknown[] = []
      for (let call = 0; call < 4; call += 1) {
        counts.push(
          await scene.value('private.purge_execution_logs', { p_batch: 3, p_days_old: 90 }),
        )
      }
      expect(counts).toEqual([3, 1, 0, 0])
      expect(await left(scene)).toHaveLength(6)
    })
  })

  test('neither users nor the server may purge', async () => {
    await withScene(db, async (scene) => {
      await scene.asUser(ada)
      expect((await scene.refusal('private.purge_execution_logs', {})).code).toBe('42501')
      await scene.asServer()
      expect((await scene.refusal('private.purge_execution_logs', {})).code).toBe('42501')
    })
  })
})

function log(): Args {
  return {
    p_user_id: ada,
    p_task_id: 't',
    p_step_id: null,
    p_agent_type: 'worker',
    p_message: 'done',
  }
}

/** Six logs of Ada, one a day from the first of January, and one of Bob with the same task. */
async function seed(scene: Scene): Promise<void> {
  await scene.text(`
    insert into public.execution_logs (user_id, task_id, agent_type, log_level, message, created_at)
    values
      ('${ada}', 'a', 'worker', 'info', '1', '2026-01-01Z'),
      ('${ada}', 'a', 'planner', 'info', '2', '2026-01-02Z'),
      ('${bob}', 'a', 'worker', 'info', 'of bob', '2026-01-02Z'),
      ('${ada}', 'a', 'worker', 'info', '3', '2026-01-03Z'),
      ('${ada}', 'a', 'planner', 'error', '4', '2026-01-04Z'),
      ('${ada}', 'b', 'worker', 'success', '5', '2026-01-05Z'),
      ('${ada}', 'b', 'system', 'error', '6', '2026-01-06Z');
  `)
}

async function aged(scene: Scene): Promise<void> {
  await scene.text(`
    insert into public.execution_logs (user_id, task_id, agent_type, message, created_at)
    select log.owner::uuid, 't', 'worker', log.message, now() - log.age::interval
    from (
      values
        ('${ada}', 'now', '0'),
        ('${ada}', '7 days less', '7 days -1 microseconds'),
        ('${ada}', '7 days', '7 days'),
        ('${ada}', '7 days and more', '7 days 1 microsecond'),
        ('${ada}', '29 days', '29 days'),
        ('${ada}', '31 days', '31 days'),
        ('${bob}', 'bob: 31 days', '31 days')
    ) as log (owner, message, age);
  `)
}

async function purgeable(scene: Scene): Promise<void> {
  await scene.text(`
    insert into public.execution_logs (user_id, task_id, agent_type, message, created_at)
    select u.id, 't', 'worker', log.message, now() - log.age::interval
    from auth.users as u, (
      values
        ('now', '0'),
        ('89 days', '89 days'),
        ('90 days', '90 days'),
        ('90 days and more', '90 days 1 microsecond'),
        ('91 days', '91 days')
    ) as log (message, age);
  `)
}

async function messages(scene: Scene, args: Args): Promise<unknown[]> {
  const rows = await scene.rows('get_execution_logs_filtered', { p_user_id: ada, ...args })
  return rows.map(({ message }) => message)
}

async function left(scene: Scene): Promise<unknown[]> {
  const rows = await scene.query(sql`
    select message from public.execution_logs order by message collate "C"
  `)
  return rows.map(({ message }) => message)
}
