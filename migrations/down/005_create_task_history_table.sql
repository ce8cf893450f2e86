-- Takes 005_create_task_history_table back.
-- Lost: all rows of task_history.

drop function public.get_task_statistics(uuid, integer);
drop function public.delete_task_history(uuid, text);
drop function public.get_task_history_by_id(uuid, text);
drop function public.get_recent_task_history(uuid, integer);
drop function public.get_task_history_filtered(uuid, text, text, timestamptz, timestamptz, integer, integer, timestamptz, uuid);
drop function public.update_task_history_status(uuid, text, text, text, jsonb, integer, timestamptz);
drop function public.insert_task_history(uuid, text, text, text, text, text, jsonb, text[], integer, timestamptz);

alter publication supabase_realtime drop table public.task_history;

drop table public.task_history;
