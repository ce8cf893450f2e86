-- Takes 004_create_execution_logs_table back.
-- Lost: all rows of execution_logs.

drop function private.purge_execution_logs(integer, integer);
drop function public.delete_old_execution_logs(uuid, integer);
drop function public.delete_execution_logs_by_task(uuid, text);
drop function public.get_execution_logs_filtered(uuid, text, text, text, timestamptz, timestamptz, integer, integer, timestamptz, bigint);
drop function public.get_execution_logs_by_task(uuid, text, integer, bigint);
drop function public.batch_insert_execution_logs(uuid, text, jsonb);
drop function public.insert_execution_log(uuid, text, text, text, text, text, jsonb);
drop function private.batch_length(text, jsonb);
drop function private.days_ago(text, integer, integer);
drop function private.page_offset(integer, integer);
drop function private.page_limit(integer, integer);

alter publication supabase_realtime drop table public.execution_logs;

drop table public.execution_logs;
