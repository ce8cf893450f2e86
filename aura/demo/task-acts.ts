import { rowsOf, rpc, valueOf } from './act.ts'
import type { Act } from './act.ts'
import { callers, grace } from './cast.ts'
import type { Feed } from './feed.ts'

const user = { p_user_id: grace.id }
const task = { ...user, p_task_id: 'task-1' }

/** The task gets its documents and ends; Grace looks at both, and at her statistics. */
export function taskActs(feed: Feed): Act[] {
  return [documents(), end(feed), reading(), statistics()]
}

function documents(): Act {
  const list = [
    {
      document_type: 'doc',
      title: 'Mails, week 2',
      url: 'https://docs.google.com/document/d/demo',
    },
    { document_type: 'email', title: 'The document is ready' },
  ]
  const call = {
    name: 'batch_insert_generated_documents',
    args: { ...task, p_documents: JSON.stringify(list) },
    shown: 'Grace, task-1, 2',
  }
  return rpc(callers.server, call, (answer) => `${valueOf(answer)} documents`)
}

function end(feed: Feed): Act {
  const call = {
    name: 'update_task_history_status',
    args: { ...task, p_status: 'success', p_duration_ms: 9000 },
    shown: 'Grace, task-1, success',
  }
  return rpc(callers.server, call, async (answer) => {
    rowsOf(answer)
    const [change] = await feed.arrive(
      1,
      ({ kind, table, row }) =>
        kind === 'update' && table === 'public.task_history' && row['user_id'] === grace.id,
    )
    return `seen arriving: status ${String(change?.row['status'])}`
  })
}

function reading(): Act {
  const call = { name: 'get_documents_by_task', args: task, shown: 'Grace, task-1' }
  return rpc(callers.grace, call, (answer) =>
    rowsOf(answer)
      .map(({ document_type: type, title }) => `${String(type)} "${String(title)}"`)
      .join(', '),
  )
}

function statistics(): Act {
  const call = { name: 'get_task_statistics', args: user, shown: 'Grace' }
  return rpc(callers.grace, call, (answer) => {
    const [row] = rowsOf(answer)
    if (row?.['successful_tasks'] !== 1) throw new Error('should be one successful task')
    return `1 of ${String(row['total_tasks'])} tasks successful, ${String(row['avg_duration_ms'])} ms`
  })
}
