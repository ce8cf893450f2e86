-- Broadcast for many subscribers. Optional: no migration brings it, and nothing else needs it.
--
-- Realtime asks the database once for each subscriber of a table and each change: 30 changes a second at 500 subscribers, 3 at
-- thousands. A message of broadcast is stored once and asked for once, when a channel is joined. Each user has a private
-- channel, user:<id>, which gets new lines of the log and tasks that are new or changed:
--
--   supabase.channel(`user:${userId}`, { config: { private: true } })
--     .on('broadcast', { event: 'INSERT' }, ({ payload }) => show(payload.table, payload.record))
--     .on('broadcast', { event: 'UPDATE' }, ({ payload }) => show(payload.table, payload.record))
--     .subscribe()
--
-- Delivery is not guaranteed, as with changes of tables: catch up after each SUBSCRIBED, as client/logs.ts does. What
-- deletes rows is not told. To put it into a Supabase project, and to take it back:
--
--   psql -1 -v ON_ERROR_STOP=1 -f supabase/broadcast.sql "$URL"
--   psql -1 -v ON_ERROR_STOP=1 -f supabase/broadcast.down.sql "$URL"
--
-- On plain PostgreSQL only the owner of realtime.messages may create its policy: first, as a superuser,
-- `alter table realtime.messages owner to postgres`. `npm run verify` lists what this file makes as not expected.

create function private.broadcast_change()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform realtime.broadcast_changes(
    'user:' || new.user_id,
    tg_op,
    tg_op,
    tg_table_name,
    tg_table_schema,
    new,
    old
  );
  return null;
end
$$;

-- security definer: who writes a line may not write messages, and so cannot send to a channel by itself.
comment on function private.broadcast_change() is
  'After an insert or update: sends the row to the private channel of its user.';

revoke execute on function private.broadcast_change() from public, anon, authenticated, service_role;

create trigger broadcast_change
  after insert on public.execution_logs
  for each row
  execute function private.broadcast_change();
comment on trigger broadcast_change on public.execution_logs is
  'New lines go to the private channel of their user.';

create trigger broadcast_change
  after insert or update on public.task_history
  for each row
  execute function private.broadcast_change();
comment on trigger broadcast_change on public.task_history is
  'New tasks and new states of tasks go to the private channel of their user.';

-- No comment on this one: the table is the platform's, and only its owner may write it.
create policy receive_own on realtime.messages
  for select
  to authenticated
  using (
    extension = 'broadcast'
    and topic = (select realtime.topic())
    and topic = 'user:' || (select auth.uid())
  );
