-- Broadcast from the database: what is inserted into realtime.messages, Realtime sends to the channel of its topic. Who may
-- join a private channel is a matter of policies on that table, which Realtime asks with realtime.topic() set.
-- Left out: the service, which makes a partition for each day and drops those older than three days. Here one partition
-- takes all days. On the hosted platform postgres may create policies on the table; here its owner alone may.
create table realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  constraint messages_pkey primary key (id, inserted_at)
) partition by range (inserted_at);

create table realtime.messages_every_day partition of realtime.messages default;

alter table realtime.messages owner to supabase_realtime_admin;
alter table realtime.messages_every_day owner to supabase_realtime_admin;
alter table realtime.messages enable row level security;

grant all on table realtime.messages to postgres, dashboard_user;
grant select, insert, update on table realtime.messages to anon, authenticated, service_role;

create function realtime.topic()
returns text
language sql
stable
as $$
  select nullif(pg_catalog.current_setting('realtime.topic', true), '')
$$;

-- A message that cannot be stored is a warning: what it tells of goes on.
create function realtime.send(
  payload jsonb,
  event text,
  topic text,
  private boolean default true
)
returns void
language plpgsql
as $$
declare
  message_id constant uuid := pg_catalog.gen_random_uuid();
begin
  perform pg_catalog.set_config('realtime.topic', send.topic, true);
  insert into realtime.messages (id, topic, extension, event, payload, private)
  values (
    message_id,
    send.topic,
    'broadcast',
    send.event,
    pg_catalog.jsonb_build_object('id', message_id) || send.payload,
    send.private
  );
exception
  when others then
    raise warning 'message not sent: %', sqlerrm;
end
$$;

create function realtime.broadcast_changes(
  topic_name text,
  event_name text,
  operation text,
  table_name text,
  table_schema text,
  new record,
  old record,
  level text default 'ROW'
)
returns void
language plpgsql
as $$
begin
  if level = 'STATEMENT' or operation not in ('INSERT', 'UPDATE', 'DELETE') then
    raise exception 'broadcast_changes is for row triggers after insert, update or delete: % for each %', operation, level;
  end if;
  perform realtime.send(
    pg_catalog.jsonb_build_object(
      'schema', table_schema,
      'table', table_name,
      'operation', operation,
      'record', new,
      'old_record', old
    ),
    event_name,
    topic_name
  );
end
$$;

alter function realtime.topic() owner to supabase_realtime_admin;
