import { ciphertext } from './ciphertext.ts'

/** How a user writes to a table that keeps rows of users. The values are SQL; `user` stands for the quoted id. */
export interface OwnTable {
  readonly name: string
  /** The column that says whose row it is. */
  readonly owner: 'id' | 'user_id'
  /** The commands that a policy opens for own rows. */
  readonly policies: readonly Command[]
  /** A row that is not there yet, in columns that a client may set where he may insert at all. */
  readonly row: (user: string) => Readonly<Record<string, string>>
  /** A change that a client may make where he may update at all. */
  readonly change: string
  /** What the owner clears away first, so that the row is not there yet. */
  readonly clear?: (user: string) => string
}

export type Command = 'select' | 'insert' | 'update' | 'delete'

const every: readonly Command[] = ['select', 'insert', 'update', 'delete']
const token = `'${ciphertext(1, 'new')}'`

/** Every table with rows of users. */
export const ownTables: readonly OwnTable[] = [
  {
    name: 'public.profiles',
    owner: 'id',
    policies: ['select', 'insert', 'update'],
    row: (user) => ({ id: user, full_name: "'New'" }),
    change: "full_name = 'Changed'",
    clear: (user) => `delete from public.profiles where id = ${user}`,
  },
  {
    name: 'public.workflows',
    owner: 'user_id',
    policies: every,
    row: (user) => ({ user_id: user, command: "'go on'" }),
    change: "status = 'failed'",
  },
  {
    name: 'public.workflow_history',
    owner: 'user_id',
    policies: ['select', 'insert', 'delete'],
    row: (user) => ({
      user_id: user,
      workflow_id: `md5(${user})::uuid`,
      command: "'go'",
      status: "'failed'",
    }),
    change: "status = 'failed'",
  },
  {
    name: 'public.oauth_tokens',
    owner: 'user_id',
    policies: every,
    row: (user) => ({ user_id: user, provider: "'other'", access_token: token }),
    change: "token_type = 'Changed'",
  },
  {
    name: 'public.user_tokens',
    owner: 'user_id',
    policies: every,
    row: (user) => ({
      user_id: user,
      provider: "'other'",
      access_token: token,
      expires_at: "'2999-01-01Z'",
    }),
    change: "scopes = '{changed}'",
  },
  {
    name: 'public.execution_logs',
    owner: 'user_id',
    policies: ['select', 'insert', 'delete'],
    row: (user) => ({
      user_id: user,
      task_id: "'t'",
      agent_type: "'system'",
      message: "'new'",
    }),
    change: "message = 'changed'",
  },
  {
    name: 'public.task_history',
    owner: 'user_id',
    policies: every,
    row: (user) => ({
      user_id: user,
      task_id: "'new'",
      title: "'New'",
      status: "'pending'",
      input_prompt: "'please'",
    }),
    change: "title = 'Changed'",
  },
  {
    name: 'public.documents_generated',
    owner: 'user_id',
    policies: every,
    row: (user) => ({ user_id: user, task_id: "'t'", document_type: "'sheet'" }),
    change: "title = 'Changed'",
  },
]
