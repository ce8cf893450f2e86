import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { quoteLiteral, quoteQualified } from '../../../src/sql/quote.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { home } from '../../support/tracked-files.ts'
import { ada, withScene } from '../scene.ts'
import type { Scene } from '../scene.ts'
import { badValues } from './bad-values.ts'
import { calls } from './calls.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

/** One parameter of a public function, as the catalog has it. */
interface Parameter {
  readonly function: string
  readonly name: string
  readonly type: string
}

/** How a call ended. */
interface Ending {
  readonly call: string
  readonly code: string
  readonly message: string
  readonly hint: string
  readonly detail: string
}

beforeAll(async () => {
  await db.text(`
    create schema trial;
    grant usage on schema trial to authenticated, service_role;
    -- each call under a savepoint that is rolled back, whatever comes of it
    create function trial.endings(calls text[])
    returns table (call text, code text, message text, hint text, detail text)
    language plpgsql as $$
    begin
      foreach call in array calls loop
        begin
          execute call;
          raise exception using errcode = 'UNDO0';
        exception when others then
          get stacked diagnostics
            code = returned_sqlstate, message = message_text, hint = pg_exception_hint, detail = pg_exception_detail;
        end;
        if code <> 'UNDO0' then
          return next;
        end if;
      end loop;
    end $$;
  `)
})

/** What is not said of a parameter. Of a token the form is refused before the table is reached, and no value is printed. */
const others = [
  '22023 no key of version',
  '42501 new row violates row-level security policy',
  '42501 not allowed to act for this user',
  '42501 permission denied for function',
  '23514 value for domain public.token_ciphertext violates check constraint "token_ciphertext_check"',
]

const actors = [
  ['the user', async (scene: Scene) => scene.asUser(ada)],
  ['the server', async (scene: Scene) => scene.asServer()],
] as const

test.each(actors)(
  '%s learns of a bad value which parameter it is and what is right, and sees no row',
  async (_, become) => {
    const endings = await endingsFor(become)
    const ofParameters = endings.filter(
      ({ code, message }) => !others.some((start) => `${code} ${message}`.startsWith(start)),
    )
    expect(ofParameters.filter((ending) => !namesParameter(ending))).toEqual([])
    expect(endings.filter(({ detail }) => detail !== '')).toEqual([])
  },
)

test('the refusals are these', async () => {
  const endings = await endingsFor(async (scene) => scene.asServer())
  const sentences = endings.map(({ code, message, hint }) => `${code} ${message}: ${hint}`)
  expect([...new Set(sentences)].toSorted()).toMatchInlineSnapshot(`
    [
      "22004 p_access_token must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_agent_type must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_document_id must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_document_type must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_expires_at must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_input_prompt must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_message must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_provider must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_refresh_token must not be null when none is stored: Ask the user for consent again, so that the provider sends a refresh token.",
      "22004 p_status must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_task_id must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_title must not be null: Pass a value for it, or leave it out where it has a default.",
      "22004 p_user_id must not be null: Pass a value for it, or leave it out where it has a default.",
      "22023 half a cursor: the p_before_ parameters go together: Pass both from the last row of the page before, or neither.",
      "22023 no key of version 99999 is registered: Register the key before the first token that it encrypts: npm run keys register",
      "22023 p_agent_type is not valid: planner, worker, evaluator or system.",
      "22023 p_completed_at goes with a final status only: Final are success, failed, rerun and cancelled.",
      "22023 p_days must lie between 1 and 36500: Null means 30 days.",
      "22023 p_days_old must lie between 1 and 36500: Null means 30 days.",
      "22023 p_document_type is not valid: doc, sheet, email, calendar_event or file.",
      "22023 p_documents has more than 1000 elements: Split it into several calls.",
      "22023 p_documents must be a JSON array: One element is an array of one.",
      "22023 p_documents, element 0: document_type must be a string: Elements count from 0. Nothing was inserted.",
      "22023 p_documents, element 0: must be an object: Elements count from 0. Nothing was inserted.",
      "22023 p_duration_ms is not valid: Not negative.",
      "22023 p_google_id is not valid: At most 500 bytes.",
      "22023 p_google_services is not valid: At most 5 of gmail, drive, docs, sheets and calendar.",
      "22023 p_input_prompt is not valid: At most 131072 bytes.",
      "22023 p_limit must be at least 1: A page has at most 1000 rows; null means the default.",
      "22023 p_log_level is not valid: info, success, error or warning.",
      "22023 p_logs has more than 1000 elements: Split it into several calls.",
      "22023 p_logs must be a JSON array: One element is an array of one.",
      "22023 p_logs, element 0: agent_type must be a string: Elements count from 0. Nothing was inserted.",
      "22023 p_logs, element 0: must be an object: Elements count from 0. Nothing was inserted.",
      "22023 p_message is not valid: 1 to 65536 bytes.",
      "22023 p_metadata is not valid: A JSON object, at most 262144 bytes as text.",
      "22023 p_offset must lie between 0 and 10000: Page by cursor: pass the last row of the page before in the p_before_ parameters.",
      "22023 p_output_summary is not valid: At most 131072 bytes.",
      "22023 p_outputs is not valid: At most 524288 bytes as text.",
      "22023 p_provider is not the name of a provider: A lowercase letter, then up to 31 lowercase letters, digits and underscores.",
      "22023 p_scopes is not a list of scopes: At most 64 scopes, none of them null, at most 8192 bytes in all.",
      "22023 p_status is not valid: pending, running, success, failed, rerun or cancelled.",
      "22023 p_step_id is not valid: At most 200 bytes.",
      "22023 p_task_id is not valid: 1 to 200 bytes.",
      "22023 p_task_id is unknown: A task of the same user, which must be in task_history first.",
      "22023 p_title is not valid: 1 to 500 bytes.",
      "22023 p_title is not valid: At most 500 bytes.",
      "22023 p_url is not valid: Begins with https://, at most 2048 bytes.",
      "22023 p_user_id is unknown: An account in auth.users.",
      "22023 p_user_id is unknown: An account that has a profile.",
      "23505 p_task_id is taken: A user has one task of a task_id; update_task_history_status changes it.",
      "23514 value for domain public.token_ciphertext violates check constraint "token_ciphertext_check": ",
    ]
  `)
})

test('the page for applications lists the codes of each function', async () => {
  const page = await readFile(join(home, 'client/README.md'), 'utf8')
  const listed = Object.fromEntries(
    [...page.matchAll(/^\| `(?<name>\w+)` \| .*? \| (?<codes>[0-9, ]+) \| /gm)].map(
      ({ groups }) => [
        groups?.['name'] ?? '',
        groups?.['codes']?.split(', ').filter((code) => code !== '42501') ?? [],
      ],
    ),
  )
  const endings = await endingsFor(async (scene) => scene.asServer())
  const seen = Map.groupBy(
    endings,
    ({ call }) => /public"?\."?(?<name>\w+)/.exec(call)?.groups?.['name'] ?? '',
  )
  expect(
    Object.fromEntries(
      [...seen].map(([name, ends]) => [
        name,
        [...new Set(ends.map(({ code }) => code))].filter((code) => code !== '23514').toSorted(),
      ]),
    ),
  ).toEqual(listed)
})

test('what a constraint without a comment refuses, or a trigger, prints no row either', async () => {
  await withScene(db, async (scene) => {
    await scene.text(`
      alter table public.execution_logs
        add constraint "no %s" check (message <> 'secret'),
        add constraint two_columns check (message <> 'two' or step_id <> 'two');
      create function trial.refuse() returns trigger language plpgsql as $$
      begin
        if new.message = 'by trigger' then
          raise check_violation using message = 'no', detail = new.message;
        end if;
        return new;
      end $$;
      create trigger refuse before insert on public.execution_logs for each row execute function trial.refuse();
    `)
    await scene.asUser(ada)
    const refusalOf = async (message: string): Promise<unknown> =>
      scene.refusal('insert_execution_log', {
        ...calls['insert_execution_log']?.args,
        p_step_id: 'two',
        p_message: message,
      })
    const refused = { kind: 'refused', code: '22023', detail: undefined }
    expect([
      await refusalOf('secret'),
      await refusalOf('two'),
      await refusalOf('by trigger'),
    ]).toEqual([
      {
        ...refused,
        message: 'p_message is not valid',
        hint: 'See the constraint no %s of public.execution_logs.',
      },
      {
        ...refused,
        message: 'p_step_id is not valid',
        hint: 'See the constraint two_columns of public.execution_logs.',
      },
      { ...refused, message: 'a value is not valid', hint: expect.any(String) },
    ])
  })
})

function namesParameter({ call, code, message, hint }: Ending): boolean {
  const parameter = /\bp_[a-z_]+/.exec(message)?.[0]
  const isKnown = ['22004', '22023', '23505'].includes(code)
  return isKnown && hint !== '' && parameter !== undefined && call.includes(parameter)
}

async function endingsFor(become: (scene: Scene) => Promise<void>): Promise<readonly Ending[]> {
  const parameters = await readParameters()
  return withScene(db, async (scene) => {
    await scene.text(`
      insert into public.task_history (user_id, task_id, title, status, input_prompt)
      values ('${ada}', 't', 'Task', 'running', 'please');
    `)
    await become(scene)
    const texts = parameters.flatMap(callsWithBadValues)
    const rows = await scene.query(sql`select * from trial.endings(${texts})`)
    return rows.map((row) => ({
      call: String(row['call']),
      code: String(row['code']),
      message: String(row['message']),
      hint: String(row['hint']),
      detail: String(row['detail']),
    }))
  })
}

async function readParameters(): Promise<readonly Parameter[]> {
  const rows = await db.query(sql`
    select p.proname as function, p.proargnames[n] as name, pg_catalog.format_type(p.proargtypes[n - 1], null) as type
    from pg_catalog.pg_proc as p, pg_catalog.generate_series(1, p.pronargs) as n
    where p.pronamespace = 'public'::regnamespace
    order by function, n
  `)
  return rows.map((row) => ({
    function: String(row['function']),
    name: String(row['name']),
    type: String(row['type']),
  }))
}

function callsWithBadValues(parameter: Parameter): string[] {
  const values = badValues[parameter.type]
  const good = calls[parameter.function]
  if (values === undefined) throw new Error(`bad values are missing for ${parameter.type}`)
  if (good === undefined) throw new Error(`a call is missing for ${parameter.function}`)
  return values.map((value) => {
    const args = { ...mapped(good.args), [parameter.name]: value }
    const list = Object.entries(args).map(([name, text]) => `${name} => ${text}`)
    return `select ${quoteQualified('public', parameter.function)}(${list.join(', ')})`
  })
}

function mapped(args: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, literal(value)]))
}

function literal(value: unknown): string {
  if (typeof value === 'string') return quoteLiteral(value)
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`
  return JSON.stringify(value)
}
