-- Takes back what broadcast.sql made. Messages that are stored go with their day.
drop policy receive_own on realtime.messages;

drop trigger broadcast_change on public.task_history;
drop trigger broadcast_change on public.execution_logs;

drop function private.broadcast_change();
