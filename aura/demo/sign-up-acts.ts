import { sql } from '../../src/postgres/connect.ts'
import { rowsOf } from './act.ts'
import type { Act } from './act.ts'
import { callers, grace, mallory } from './cast.ts'

/** Two users sign up; the trigger on accounts makes their profiles. */
export function signUpActs(): Act[] {
  const users = [grace, mallory].map(
    ({ id, email, name }) =>
      sql`(${id}, 'authenticated', 'authenticated', ${email}, ${JSON.stringify({ full_name: name })}::jsonb, now(), now())`,
  )
  return [
    {
      caller: callers.accounts,
      call: `insert into auth.users: ${grace.name}, ${mallory.name}`,
      query: sql`
        insert into auth.users (id, aud, role, email, raw_user_meta_data, created_at, updated_at)
        values ${sql.join(users, ', ')}
        returning id
      `,
      tell: (answer) => `${String(rowsOf(answer).length)} accounts`,
    },
    {
      caller: callers.grace,
      call: 'select id, email, full_name from profiles',
      query: sql`select id, email, full_name from public.profiles`,
      tell: (answer) => {
        const [row, ...others] = rowsOf(answer)
        if (row?.['id'] !== grace.id || others.length > 0) throw new Error('should be one profile')
        return `1 row, made by the trigger: ${String(row['full_name'])}, ${String(row['email'])}`
      },
    },
  ]
}
