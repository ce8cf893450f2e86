alter publication supabase_realtime add table public.execution_logs;
alter publication supabase_realtime add table public.task_history;
