-- The usual first draft of the same tables: a policy that asks auth.uid() for each row and names no role, an index for
-- each column that a page filters by, and none that gives an order. The rows are those of the tables of public.
create schema naive;
grant usage on schema naive to postgres, authenticated, service_role;

create table naive.execution_logs (like public.execution_logs including defaults);
insert into naive.execution_logs select * from public.execution_logs;
alter table naive.execution_logs alter column seq set default 0;
alter table naive.execution_logs add primary key (id);
create index on naive.execution_logs (user_id);
create index on naive.execution_logs (task_id);
create index on naive.execution_logs (agent_type);
create index on naive.execution_logs (log_level);
create index on naive.execution_logs (created_at desc);
create index on naive.execution_logs (user_id, task_id);

create table naive.task_history (like public.task_history including defaults);
insert into naive.task_history select * from public.task_history;
alter table naive.task_history add primary key (id);
create index on naive.task_history (user_id);
create index on naive.task_history (status);
create index on naive.task_history (created_at desc);

create table naive.user_tokens (user_id uuid, expires_at timestamptz, access_token text, refresh_token text);
insert into naive.user_tokens select user_id, expires_at, access_token, refresh_token from public.user_tokens;
create unique index on naive.user_tokens (user_id);

alter table naive.execution_logs enable row level security;
alter table naive.task_history enable row level security;
create policy own on naive.execution_logs using (auth.uid() = user_id);
create policy own on naive.task_history using (auth.uid() = user_id);
grant select, insert, delete on naive.execution_logs, naive.task_history to postgres, authenticated, service_role;
grant select on naive.user_tokens to postgres, service_role;
