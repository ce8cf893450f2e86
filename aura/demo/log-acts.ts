import { sql } from '../../src/postgres/connect.ts'
import { countedRows, refusedWith, rowsOf, rpc, valueOf } from './act.ts'
import type { Act } from './act.ts'
import type { Caller } from './caller.ts'
import { callers, grace } from './cast.ts'
import type { Feed } from './feed.ts'

const task = { p_user_id: grace.id, p_task_id: 'task-1' }

/** A task starts; its logs arrive at a subscriber while they are written; others see nothing of them. */
export function logActs(feed: Feed): Act[] {
  const read = { name: 'get_execution_logs_by_task', args: task, shown: 'Grace, task-1' }
  return [
    start(),
    log(callers.server, ['planner', 'Two steps'], seen(feed, 1)),
    batch(seen(feed, 4)),
    rpc(callers.grace, read, countedRows(4)),
    rpc(callers.mallory, read, countedRows(0)),
    log(callers.mallory, ['system', 'I was here'], refusedWith('42501')),
    {
      caller: callers.nobody,
      call: 'select message from execution_logs',
      query: sql`select message from public.execution_logs`,
      tell: refusedWith('42501'),
    },
  ]
}

function start(): Act {
  const args = {
    ...task,
    p_title: 'Mails of the week',
    p_status: 'running',
    p_input_prompt: 'Summarise the mails of this week in a document',
    p_google_services: ['gmail', 'docs'],
  }
  const call = { name: 'insert_task_history', args, shown: 'Grace, task-1, running' }
  return rpc(callers.server, call, (answer) => `id ${valueOf(answer).slice(0, 8)}…`)
}

function log(
  caller: Caller,
  [agent, message]: readonly [agent: string, message: string],
  tell: Act['tell'],
): Act {
  const args = { ...task, p_step_id: null, p_agent_type: agent, p_message: message }
  return rpc(
    caller,
    { name: 'insert_execution_log', args, shown: `Grace, task-1, "${message}"` },
    tell,
  )
}

function batch(tell: Act['tell']): Act {
  const messages = ['Search the mails', '42 mails found', 'Write the document']
  const logs = messages.map((message) => ({ agent_type: 'worker', message }))
  const args = { ...task, p_logs: JSON.stringify(logs) }
  const call = { name: 'batch_insert_execution_logs', args, shown: 'Grace, task-1, 3 logs' }
  return rpc(callers.server, call, tell)
}

/** Waits until the subscriber has so many of Grace's logs. */
function seen(feed: Feed, count: number): Act['tell'] {
  return async (answer) => {
    const committed = performance.now()
    rowsOf(answer)
    const logs = await feed.arrive(
      count,
      ({ kind, table, row }) =>
        kind === 'insert' && table === 'public.execution_logs' && row['user_id'] === grace.id,
    )
    const after = Math.round(performance.now() - committed)
    return `seen arriving, ${String(after)} ms later: "${String(logs.at(-1)?.row['message'])}"`
  }
}
